"""What can go wrong when a survey is answered or edited. Each is said to the person in their language."""

from collections.abc import Mapping

from seutu.core.text import Text


class SurveyError(Exception):
    """Base of the app's errors; ``message`` is what the person is told."""

    message = Text(fi="", sv="", en="")

    def __init__(self, message: Text | None = None) -> None:
        self.message = message or type(self).message
        super().__init__(self.message.en)


class NoSuchLinkError(SurveyError):
    """There is no link with this code or secret."""

    message = Text(
        fi="Tätä vastauslinkkiä ei ole. Tarkista osoite tai pyydä linkki lähettäjältä.",
        sv="Svarslänken finns inte. Kontrollera adressen eller be avsändaren om länken.",
        en="There is no such survey link. Check the address, or ask its sender for the link.",
    )


class ClosedError(SurveyError):
    """The wave is not open, or the link was ended."""

    message = Text(
        fi="Kysely ei ole nyt auki, joten vastausta ei tallennettu.",
        sv="Enkäten är inte öppen nu, så svaret sparades inte.",
        en="The survey is not open now, so the answer was not stored.",
    )


class AnsweredError(SurveyError):
    """The personal link was used, or the device has answered."""

    message = Text(
        fi="Tällä linkillä tai laitteella on jo vastattu. Kukin vastaa kerran; aiempi vastaus on tallessa.",
        sv="Länken eller enheten har redan använts för att svara. Var och en svarar en gång; det tidigare svaret finns "
        "kvar.",
        en="This link or device has answered already. Everybody answers once; the earlier answer is kept.",
    )


class QuotaFullError(SurveyError):
    """There are enough answers of the respondent's group or town, and the quota takes no more."""

    message = Text(
        fi="Kiitos kiinnostuksestasi! Olemme jo saaneet tarpeeksi vastauksia ryhmästäsi, joten uusia ei enää tarvita. "
        "Vastaustasi ei tallennettu.",
        sv="Tack för ditt intresse! Vi har redan fått tillräckligt många svar av din grupp, så fler behövs inte. Ditt "
        "svar sparades inte.",
        en="Thank you for your interest! We have enough answers from your group already, so no more are needed. Your "
        "answer was not stored.",
    )


class OtherFormError(SurveyError):
    """The answers belong to another questionnaire than the wave's."""

    message = Text(
        fi="Kyselylomake on vaihtunut sen jälkeen, kun avasit sivun. Tarkista vastauksesi ja lähetä uudelleen.",
        sv="Formuläret har bytts sedan du öppnade sidan. Kontrollera dina svar och skicka på nytt.",
        en="The questionnaire was changed after you opened the page. Check your answers and send again.",
    )


class WrongAnswersError(SurveyError):
    """One or more answers are not right: a message per question."""

    message = Text(
        fi="Tarkista merkityt vastaukset. Mitään ei ole kadonnut.",
        sv="Kontrollera de markerade svaren. Inget har försvunnit.",
        en="Check the answers that are marked. Nothing was lost.",
    )

    def __init__(self, faults: Mapping[str, Text]) -> None:
        super().__init__()
        self.faults = faults


class StaleQuestionnaireError(SurveyError):
    """Somebody else changed the questionnaire after the page was opened."""

    message = Text(
        fi="Joku muu muutti lomaketta sillä välin. Mitään ei tallennettu; kirjoittamasi on alla. Vertaa ja tallenna.",
        sv="Någon annan ändrade formuläret under tiden. Inget sparades; det du skrev står nedan. Jämför och spara.",
        en="Somebody else changed the questionnaire meanwhile. Nothing was saved; what you wrote stands below. Compare "
        "and save.",
    )


class FewLinksError(SurveyError):
    """A batch of so few personal links that its answers would tell who wrote them."""

    message = Text(
        fi="Henkilökohtaisia linkkejä tehdään kerralla vähintään 5 ja enintään 5 000: pienemmästä joukosta vastaajan "
        "voisi arvata.",
        sv="Personliga länkar görs minst 5 och högst 5 000 åt gången: ur en mindre grupp kunde svararen gissas.",
        en="Personal links are made at least 5 and at most 5,000 at a time: in a smaller batch a respondent could be "
        "guessed.",
    )
