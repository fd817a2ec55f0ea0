"""What can be wrong with an answer, said to the respondent in three languages."""

from typing import Final

from seutu.core.text import Text

REQUIRED: Final = Text(
    fi="Tähän tarvitaan vastaus.", sv="Den här frågan behöver ett svar.", en="This question needs an answer."
)
NO_DONT_KNOW: Final = Text(
    fi="Valitse jokin vaihtoehdoista.", sv="Välj något av alternativen.", en="Choose one of the options."
)
UNKNOWN_OPTION: Final = Text(
    fi="”{option}” ei ole tämän kysymyksen vaihtoehto. Valitse jokin annetuista.",
    sv="”{option}” är inget alternativ i den här frågan. Välj något av de givna.",
    en="“{option}” is no option of this question. Choose one of those given.",
)
UNKNOWN_QUESTION: Final = Text(
    fi="Kyselyssä ei ole kysymystä {code}. Vastaus koskee eri lomaketta; avaa vastauslinkki uudelleen.",
    sv="Enkäten har ingen fråga {code}. Svaret hör till ett annat formulär; öppna svarslänken på nytt.",
    en="The survey has no question {code}. The answer belongs to another questionnaire; open your link again.",
)
NOT_ASKED: Final = Text(
    fi="Kysymystä {code} ei kysytty näillä vastauksilla. Avaa vastauslinkki uudelleen.",
    sv="Frågan {code} ställdes inte med de här svaren. Öppna svarslänken på nytt.",
    en="Question {code} was not asked with these answers. Open your link again.",
)
WRONG_FORM: Final = Text(
    fi="Vastausta ei voi lukea. Vastaa uudelleen.",
    sv="Svaret kan inte läsas. Svara på nytt.",
    en="The answer cannot be read. Answer again.",
)
TWICE: Final = Text(
    fi="Sama vaihtoehto on kahdesti. Valitse kukin kerran.",
    sv="Samma alternativ finns två gånger. Välj varje en gång.",
    en="The same option stands twice. Choose each once.",
)
EXCLUSIVE: Final = Text(
    fi="”{option}” ei sovi yhteen muiden vaihtoehtojen kanssa. Poista se tai muut.",
    sv="”{option}” går inte ihop med de andra alternativen. Ta bort det eller de andra.",
    en="“{option}” does not go with the other options. Remove it or the others.",
)
RANKED_TWICE: Final = Text(
    fi="Sama vaihtoehto on usealla sijalla. Anna kullekin sijalle eri vaihtoehto.",
    sv="Samma alternativ har flera platser. Ge varje plats ett eget alternativ.",
    en="The same option has several places. Give each place an option of its own.",
)
TOO_MANY_RANKED: Final = Text(
    fi="Sijoja on liikaa. Aseta järjestykseen enintään {most}.",
    sv="Det är för många platser. Rangordna högst {most}.",
    en="There are too many places. Rank at most {most}.",
)
RANK_LEFT_OUT: Final = Text(
    fi="Sija {place} on tyhjä, vaikka myöhempi on täytetty. Täytä se tai siirrä muita ylemmäs.",
    sv="Plats {place} är tom fast en senare är ifylld. Fyll i den eller flytta upp de andra.",
    en="Place {place} is empty though a later one is filled. Fill it in, or move the others up.",
)
UNKNOWN_ROW: Final = Text(
    fi="Riviä ”{row}” ei kysytty sinulta. Avaa vastauslinkki uudelleen.",
    sv="Raden ”{row}” ställdes inte till dig. Öppna svarslänken på nytt.",
    en="You were not asked of the row “{row}”. Open your link again.",
)
ROWS_MISSING: Final = Text(
    fi="Vastaamatta on vielä {count}, ensimmäisenä {row}.",
    sv="Ännu obesvarade: {count}, den första {row}.",
    en="Still to be answered: {count}, the first being {row}.",
)
NOT_A_NUMBER: Final = Text(
    fi="Tämä ei ole luku, tai sen voi lukea kahdella tavalla. Kirjoita pelkkiä numeroita, esimerkiksi 1200.",
    sv="Det här är inget tal, eller kan läsas på två sätt. Skriv bara siffror, till exempel 1200.",
    en="This is no number, or can be read two ways. Write digits alone, for example 1200.",
)
NOT_WHOLE: Final = Text(
    fi="Kirjoita kokonaisluku, ilman desimaaleja.",
    sv="Skriv ett heltal, utan decimaler.",
    en="Write a whole number, without decimals.",
)
TOO_FINE: Final = Text(
    fi="Kirjoita enintään {decimals} desimaalia.",
    sv="Skriv högst {decimals} decimaler.",
    en="Write at most {decimals} decimals.",
)
OUT_OF_RANGE: Final = Text(
    fi="Luvun on oltava välillä {low}–{high}.",
    sv="Talet ska vara mellan {low} och {high}.",
    en="The number must be from {low} to {high}.",
)
TOO_SMALL: Final = Text(
    fi="Luvun on oltava vähintään {low}.", sv="Talet ska vara minst {low}.", en="The number must be at least {low}."
)
TOO_LARGE: Final = Text(
    fi="Luvun on oltava enintään {high}.", sv="Talet ska vara högst {high}.", en="The number must be at most {high}."
)
TOO_LONG: Final = Text(
    fi="Teksti on liian pitkä: {count} merkkiä, enintään {most}. Lyhennä sitä.",
    sv="Texten är för lång: {count} tecken, högst {most}. Förkorta den.",
    en="The text is too long: {count} characters, at most {most}. Shorten it.",
)
UNWRITABLE: Final = Text(
    fi="Tekstissä on merkki, jota ei voi tallentaa (ohjausmerkki). Poista se.",
    sv="Texten har ett tecken som inte kan sparas (styrtecken). Ta bort det.",
    en="The text holds a character that cannot be saved (a control character). Remove it.",
)
UNKNOWN_TOWN: Final = Text(
    fi="Kuntaa ”{town}” ei löydy. Valitse kunta luettelosta.",
    sv="Kommunen ”{town}” finns inte. Välj kommunen i listan.",
    en="There is no municipality “{town}”. Choose it from the list.",
)
