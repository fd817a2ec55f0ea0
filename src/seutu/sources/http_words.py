"""What goes wrong in outgoing HTTP, said in the three languages. Not for doing it (``http``)."""

from seutu.core.text import Text

MEGABYTE = 1_000_000


def not_an_address(address: str) -> Text:
    """Return that the address is not one of the web."""
    shown = address[:80]
    return Text(
        fi=f"”{shown}” ei ole verkko-osoite. Kirjoita osoite, joka alkaa https:// tai http://.",
        sv=f"”{shown}” är inte en webbadress. Skriv en adress som börjar med https:// eller http://.",
        en=f"“{shown}” is not a web address. Write an address that begins with https:// or http://.",
    )


def private(host: str) -> Text:
    """Return that the address leads into a private network."""
    return Text(
        fi=f"Osoite {host} vie sisäverkkoon eikä sieltä haeta. Jos se on oma palvelimesi, anna se valitsimella --url.",
        sv=f"Adressen {host} leder till ett internt nät och hämtas inte. Är servern din egen, ange den med --url.",
        en=f"The address {host} leads into a private network and is not fetched. If it is your own server, name it "
        "with --url.",
    )


def other_scheme(host: str, scheme: str) -> Text:
    """Return that a redirect would leave the protocol."""
    shown = scheme[:20]
    return Text(
        fi=f"Palvelin {host} ohjaa {shown}-osoitteeseen. Sinne ei mennä. Tarkista osoite.",
        sv=f"Servern {host} hänvisar till en {shown}-adress, och den följs inte. Kontrollera adressen.",
        en=f"The server {host} redirects to an address of {shown}, which is not followed. Check the address.",
    )


def too_many_redirects(host: str) -> Text:
    """Return that redirects go round."""
    return Text(
        fi=f"Palvelin {host} ohjaa osoitteesta toiseen. Tarkista osoite.",
        sv=f"Servern {host} hänvisar från adress till adress. Kontrollera adressen.",
        en=f"The server {host} redirects from address to address. Check the address.",
    )


def question_lost(host: str, location: str) -> Text:
    """Return that a redirect would turn a posted question into another one."""
    shown = location[:80]
    return Text(
        fi=f"Palvelin {host} ohjaa kysymyksen osoitteeseen {shown} ja hukkaisi sen sisällön. Anna suoraan se osoite.",
        sv=f"Servern {host} hänvisar frågan till {shown} och skulle tappa dess innehåll. Ange den adressen direkt.",
        en=f"The server {host} redirects the question to {shown} and would lose its content. Give that address itself.",
    )


def unreachable(host: str) -> Text:
    """Return that there is no connection."""
    return Text(
        fi=f"Palvelimeen {host} ei saada yhteyttä. Tarkista osoite ja verkko ja yritä uudelleen.",
        sv=f"Servern {host} går inte att nå. Kontrollera adressen och nätet och försök igen.",
        en=f"The server {host} cannot be reached. Check the address and the network, and try again.",
    )


def not_trusted(host: str) -> Text:
    """Return that the certificate is not trusted."""
    return Text(
        fi=f"Palvelimen {host} varmenteeseen ei voi luottaa. Lisää organisaatiosi juurivarmenne tähän koneeseen.",
        sv=f"Certifikatet för {host} är inte betrott. Lägg till organisationens rotcertifikat på datorn.",
        en=f"The certificate of {host} is not trusted. Add your organisation's root certificate to this machine.",
    )


def cut(host: str) -> Text:
    """Return that the connection was cut."""
    return Text(
        fi=f"Yhteys palvelimeen {host} katkesi kesken. Yritä hetken päästä uudelleen.",
        sv=f"Anslutningen till {host} bröts. Försök igen om en stund.",
        en=f"The connection to {host} was cut. Try again in a moment.",
    )


def too_slow(host: str) -> Text:
    """Return that the server did not answer in time."""
    return Text(
        fi=f"Palvelin {host} ei vastannut ajoissa. Yritä hetken päästä uudelleen.",
        sv=f"Servern {host} svarade inte i tid. Försök igen om en stund.",
        en=f"The server {host} did not answer in time. Try again in a moment.",
    )


def too_big(host: str, size: int) -> Text:
    """Return that the answer is over the limit."""
    limit = size // MEGABYTE
    return Text(
        fi=f"Palvelin {host} lähettää yli {limit} megatavua. Valitse suppeampi aineisto.",
        sv=f"Servern {host} skickar över {limit} megabyte. Välj ett mindre material.",
        en=f"The server {host} sends over {limit} megabytes. Choose a smaller data set.",
    )


def packed_otherwise(host: str, packing: str) -> Text:
    """Return that the answer is packed in a way that is not unpacked."""
    shown = packing[:40]
    return Text(
        fi=f"Palvelin {host} pakkaa vastauksensa tavalla ”{shown}”, jota ei pureta. Ilmoita palvelimen ylläpitäjälle.",
        sv=f"Servern {host} packar sitt svar som ”{shown}”, vilket inte packas upp. Meddela serverns förvaltare.",
        en=f"The server {host} packs its answer as “{shown}”, which is not unpacked. Tell the server's keeper.",
    )


def packed_badly(host: str) -> Text:
    """Return that the answer is packed, but cannot be unpacked."""
    return Text(
        fi=f"Palvelimen {host} pakattu vastaus on rikki. Yritä hetken päästä uudelleen.",
        sv=f"Det packade svaret från {host} är skadat. Försök igen om en stund.",
        en=f"The packed answer of {host} is broken. Try again in a moment.",
    )


def asked_to_wait(host: str, status: int, minutes: int) -> Text:
    """Return that the server answered with an error and told when to come again, which is too late to wait for."""
    return Text(
        fi=f"Palvelin {host} vastasi virheellä {status} ja pyytää odottamaan {minutes} min. Yritä silloin uudelleen.",
        sv=f"Servern {host} svarade med fel {status} och ber att vänta {minutes} min. Försök igen då.",
        en=f"The server {host} answered with error {status} and asks to wait {minutes} min. Try again then.",
    )


def refused(host: str, status: int) -> Text:
    """Return that the server answered with an error."""
    return Text(
        fi=f"Palvelin {host} vastasi virheellä {status}. Tarkista osoite tai yritä myöhemmin uudelleen.",
        sv=f"Servern {host} svarade med fel {status}. Kontrollera adressen eller försök senare.",
        en=f"The server {host} answered with error {status}. Check the address or try again later.",
    )
