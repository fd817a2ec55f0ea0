"""What can be wrong in a questionnaire, said in three languages. Not for faults of answers (``answer_messages``)."""

from typing import Final

from seutu.core.text import Text

NOT_A_QUESTIONNAIRE: Final = Text(
    fi="Tässä ei ole kyselylomaketta. Vie lomake ensin Seutusta ja muokkaa sitä.",
    sv="Det här är inget frågeformulär. Exportera formuläret från Seutu och redigera det.",
    en="This is no questionnaire. Export one from Seutu and edit it.",
)
TOO_MANY: Final = Text(
    fi="Lomakkeessa on yli {most} kysymystä. Jaa se kahdeksi kyselyksi.",
    sv="Formuläret har fler än {most} frågor. Dela det i två enkäter.",
    en="The questionnaire has more than {most} questions. Make two surveys of it.",
)
NOT_A_QUESTION: Final = Text(
    fi="Kysymystä ei voi lukea. Poista se ja lisää se uudelleen.",
    sv="Frågan kan inte läsas. Ta bort den och lägg till den på nytt.",
    en="The question cannot be read. Remove it and add it again.",
)
UNKNOWN_KIND: Final = Text(
    fi="Kysymyslajia ”{kind}” ei ole. Valitse laji luettelosta.",
    sv="Frågetypen ”{kind}” finns inte. Välj en typ i listan.",
    en="There is no kind of question “{kind}”. Choose one from the list.",
)
NOT_A_TEXT: Final = Text(
    fi="Teksti on annettava kielittäin (fi, sv, en).",
    sv="Texten ska ges per språk (fi, sv, en).",
    en="A text is given by language (fi, sv, en).",
)
LONG_TEXT: Final = Text(
    fi="Teksti on yli {most} merkkiä pitkä. Lyhennä sitä.",
    sv="Texten är längre än {most} tecken. Förkorta den.",
    en="The text is longer than {most} characters. Shorten it.",
)
WRONG_CODE: Final = Text(
    fi="Tunnus ”{code}” ei kelpaa. Käytä pieniä kirjaimia a–z, numeroita, viivaa tai alaviivaa, enintään 40 merkkiä.",
    sv="Koden ”{code}” duger inte. Använd små bokstäver a–z, siffror, streck eller understreck, högst 40 tecken.",
    en="The code “{code}” will not do. Use small letters a–z, digits, - or _, at most 40 characters.",
)
NOT_OPTIONS: Final = Text(
    fi="Vaihtoehtoja ei voi lukea: kirjoita yksi riville, enintään {most}.",
    sv="Alternativen kan inte läsas: skriv ett per rad, högst {most}.",
    en="The options cannot be read: write one to a line, at most {most}.",
)
WRONG_SCALE: Final = Text(
    fi="Asteikko puuttuu tai ei kelpaa. Anna pienin ja suurin arvo, enintään {most} porrasta nollasta ylöspäin.",
    sv="Skalan saknas eller duger inte. Ange minsta och största värde, högst {most} steg från noll uppåt.",
    en="The scale is missing or not right. Give its lowest and highest value, at most {most} points from zero up.",
)
WRONG_CONDITION: Final = Text(
    fi="Näyttämisen ehto ei kelpaa. Valitse aiempi valinta- tai asteikkokysymys ja vähintään yksi sen vastauksista.",
    sv="Villkoret duger inte. Välj en tidigare val- eller skalfråga och minst ett av dess svar.",
    en="The condition is not right. Choose an earlier choice or scale question and at least one of its answers.",
)
CONDITION_CODE: Final = Text(
    fi="Näyttämisen ehdossa on vastaus ”{code}”, jota kysymyksellä {question} ei ole. Korjaa ehto.",
    sv="Villkoret nämner svaret ”{code}”, som frågan {question} inte har. Rätta villkoret.",
    en="The condition names the answer “{code}”, which question {question} does not have. Mend the condition.",
)
NOT_WHOLE: Final = Text(
    fi="Kohdan {name} on oltava kokonaisluku.",
    sv="{name} ska vara ett heltal.",
    en="{name} must be a whole number.",
)
NOT_NUMBER: Final = Text(
    fi="Pienimmän ja suurimman arvon on oltava lukuja.",
    sv="Minsta och största värde ska vara tal.",
    en="The least and the greatest value must be numbers.",
)
NO_QUESTIONS: Final = Text(
    fi="Lomakkeessa ei ole kysymyksiä. Lisää ainakin yksi.",
    sv="Formuläret har inga frågor. Lägg till minst en.",
    en="The questionnaire has no questions. Add at least one.",
)
TITLE_MISSING: Final = Text(
    fi="Lomakkeen otsikko puuttuu: {languages}. Kirjoita se tai poista kieli lomakkeesta.",
    sv="Formulärets rubrik saknas: {languages}. Skriv den eller ta bort språket ur formuläret.",
    en="The title is missing: {languages}. Write it, or leave the language out of the questionnaire.",
)
QUESTION_MISSING: Final = Text(
    fi="Kysymyksen teksti puuttuu: {languages}. Kirjoita se tai poista kieli lomakkeesta.",
    sv="Frågans text saknas: {languages}. Skriv den eller ta bort språket ur formuläret.",
    en="The question’s text is missing: {languages}. Write it, or leave the language out of the questionnaire.",
)
OPTION_MISSING: Final = Text(
    fi="Vaihtoehdon {code} teksti puuttuu: {languages}.",
    sv="Texten för alternativet {code} saknas: {languages}.",
    en="The text of option {code} is missing: {languages}.",
)
CODE_TWICE: Final = Text(
    fi="Tunnus {code} on kahdesti. Vaihda toinen.",
    sv="Koden {code} finns två gånger. Byt den ena.",
    en="The code {code} stands twice. Change one of them.",
)
FEW_OPTIONS: Final = Text(
    fi="Anna vähintään kaksi vaihtoehtoa.", sv="Ange minst två alternativ.", en="Give at least two options."
)
NO_ITEMS: Final = Text(
    fi="Taulukosta puuttuvat rivit. Kirjoita ne tai valitse kierroksen kunnat.",
    sv="Tabellen saknar rader. Skriv dem eller välj omgångens kommuner.",
    en="The matrix has no rows. Write them, or choose the towns of the wave.",
)
WRONG_SAMPLE: Final = Text(
    fi="Kysyttävien rivien määrän on oltava vähintään yksi.",
    sv="Antalet rader som frågas ska vara minst ett.",
    en="At least one row must be asked of each respondent.",
)
WRONG_RANGE: Final = Text(
    fi="Rajat eivät kelpaa: pienin arvo on suurempi kuin suurin, tai määrä on mahdoton. Korjaa ne.",
    sv="Gränserna duger inte: det minsta värdet är större än det största, eller antalet är omöjligt. Rätta dem.",
    en="The limits are not right: the least is greater than the greatest, or a count is impossible. Mend them.",
)
WRONG_GROUP: Final = Text(
    fi="Vastaajaryhmän kertova kysymys {code} puuttuu tai ei ole yhden valinnan kysymys.",
    sv="Frågan {code} som anger svarandegruppen saknas eller är ingen envalsfråga.",
    en="The question {code} that tells the respondent’s group is missing or is no single choice.",
)
