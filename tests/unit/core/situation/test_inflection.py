"""The local case of every municipality and region of 2026, written out by hand and read against the rules."""

import csv

import pytest

from seutu.core.places import Division
from seutu.core.situation.inflection import UNSURE, genitive_fi, in_sub_region, locative_fi, locative_sv
from seutu.core.text import Text
from seutu.rules import places
from tests.shared_material import SHARED, needs_shared

FORMS = """
    Akaa=Akaassa Alajärvi=Alajärvellä Alavieska=Alavieskassa Alavus=Alavudella Asikkala=Asikkalassa Askola=Askolassa
    Aura=Aurassa Brändö=Brändössä Eckerö=Eckerössä Enonkoski=Enonkoskella Enontekiö=Enontekiöllä Espoo=Espoossa
    Eura=Eurassa Eurajoki=Eurajoella Evijärvi=Evijärvellä Finström=Finströmissä Forssa=Forssassa Föglö=Föglössä
    Geta=Getassa Haapajärvi=Haapajärvellä Haapavesi=Haapavedellä Hailuoto=Hailuodossa Halsua=Halsualla
    Hamina=Haminassa Hammarland=Hammarlandissa Hankasalmi=Hankasalmella Hanko=Hangossa Harjavalta=Harjavallassa
    Hartola=Hartolassa Hattula=Hattulassa Hausjärvi=Hausjärvellä Heinola=Heinolassa Heinävesi=Heinävedellä
    Helsinki=Helsingissä Hirvensalmi=Hirvensalmella Hollola=Hollolassa Huittinen=Huittisissa Humppila=Humppilassa
    Hyrynsalmi=Hyrynsalmella Hyvinkää=Hyvinkäällä Hämeenkyrö=Hämeenkyrössä Hämeenlinna=Hämeenlinnassa Ii=Iissä
    Iisalmi=Iisalmessa Iitti=Iitissä Ikaalinen=Ikaalisissa Ilmajoki=Ilmajoella Ilomantsi=Ilomantsissa
    Imatra=Imatralla Inari=Inarissa Inkoo=Inkoossa Isojoki=Isojoella Isokyrö=Isossakyrössä Janakkala=Janakkalassa
    Joensuu=Joensuussa Jokioinen=Jokioisissa Jomala=Jomalassa Joroinen=Joroisissa Joutsa=Joutsassa Juuka=Juuassa
    Juupajoki=Juupajoella Juva=Juvalla Jyväskylä=Jyväskylässä Jämijärvi=Jämijärvellä Jämsä=Jämsässä
    Järvenpää=Järvenpäässä Kaarina=Kaarinassa Kaavi=Kaavilla Kajaani=Kajaanissa Kalajoki=Kalajoella
    Kangasala=Kangasalla Kangasniemi=Kangasniemellä Kankaanpää=Kankaanpäässä Kannonkoski=Kannonkoskella
    Kannus=Kannuksessa Karijoki=Karijoella Karkkila=Karkkilassa Karstula=Karstulassa Karvia=Karviassa
    Kaskinen=Kaskisissa Kauhajoki=Kauhajoella Kauhava=Kauhavalla Kauniainen=Kauniaisissa Kaustinen=Kaustisella
    Keitele=Keiteleellä Kemi=Kemissä Kemijärvi=Kemijärvellä Keminmaa=Keminmaassa Kempele=Kempeleessä
    Kerava=Keravalla Keuruu=Keuruulla Kihniö=Kihniössä Kinnula=Kinnulassa Kirkkonummi=Kirkkonummella Kitee=Kiteellä
    Kittilä=Kittilässä Kiuruvesi=Kiuruvedellä Kivijärvi=Kivijärvellä Kokemäki=Kokemäellä Kokkola=Kokkolassa
    Kolari=Kolarissa Konnevesi=Konnevedellä Kontiolahti=Kontiolahdella Korsnäs=Korsnäsissä Kotka=Kotkassa
    Kouvola=Kouvolassa Kristiinankaupunki=Kristiinankaupungissa Kruunupyy=Kruunupyyssä Kuhmo=Kuhmossa
    Kuhmoinen=Kuhmoisissa Kumlinge=Kumlingessa Kuopio=Kuopiossa Kuortane=Kuortaneella Kurikka=Kurikassa
    Kustavi=Kustavissa Kuusamo=Kuusamossa Kyyjärvi=Kyyjärvellä Kärkölä=Kärkölässä Kärsämäki=Kärsämäellä
    Kökar=Kökarissa Lahti=Lahdessa Laihia=Laihialla Laitila=Laitilassa Lapinjärvi=Lapinjärvellä
    Lapinlahti=Lapinlahdella Lappajärvi=Lappajärvellä Lappeenranta=Lappeenrannassa Lapua=Lapualla Laukaa=Laukaassa
    Lemi=Lemillä Lemland=Lemlandissa Lempäälä=Lempäälässä Leppävirta=Leppävirralla Lestijärvi=Lestijärvellä
    Lieksa=Lieksassa Lieto=Liedossa Liminka=Limingassa Liperi=Liperissä Lohja=Lohjalla Loimaa=Loimaalla
    Loppi=Lopella Loviisa=Loviisassa Luhanka=Luhangassa Lumijoki=Lumijoella Lumparland=Lumparlandissa Luoto=Luodossa
    Luumäki=Luumäellä Maalahti=Maalahdessa Maarianhamina=Maarianhaminassa Marttila=Marttilassa Masku=Maskussa
    Merijärvi=Merijärvellä Merikarvia=Merikarvialla Miehikkälä=Miehikkälässä Mikkeli=Mikkelissä Muhos=Muhoksella
    Multia=Multialla Muonio=Muoniossa Mustasaari=Mustasaaressa Muurame=Muuramessa Mynämäki=Mynämäellä
    Myrskylä=Myrskylässä Mäntsälä=Mäntsälässä Mänttä-Vilppula=Mänttä-Vilppulassa Mäntyharju=Mäntyharjulla
    Naantali=Naantalissa Nakkila=Nakkilassa Nivala=Nivalassa Nokia=Nokialla Nousiainen=Nousiaisissa
    Nurmes=Nurmeksessa Nurmijärvi=Nurmijärvellä Närpiö=Närpiössä Orimattila=Orimattilassa Oripää=Oripäässä
    Orivesi=Orivedellä Oulainen=Oulaisissa Oulu=Oulussa Outokumpu=Outokummussa Padasjoki=Padasjoella
    Paimio=Paimiossa Paltamo=Paltamossa Parainen=Paraisilla Parikkala=Parikkalassa Parkano=Parkanossa
    Pelkosenniemi=Pelkosenniemellä Pello=Pellossa Perho=Perhossa Petäjävesi=Petäjävedellä Pieksämäki=Pieksämäellä
    Pielavesi=Pielavedellä Pietarsaari=Pietarsaaressa Pihtipudas=Pihtiputaalla Pirkkala=Pirkkalassa
    Polvijärvi=Polvijärvellä Pomarkku=Pomarkussa Pori=Porissa Pornainen=Pornaisissa Porvoo=Porvoossa Posio=Posiolla
    Pudasjärvi=Pudasjärvellä Pukkila=Pukkilassa Punkalaidun=Punkalaitumella Puolanka=Puolangalla Puumala=Puumalassa
    Pyhtää=Pyhtäällä Pyhäjoki=Pyhäjoella Pyhäjärvi=Pyhäjärvellä Pyhäntä=Pyhännällä Pyhäranta=Pyhärannassa
    Pälkäne=Pälkäneellä Pöytyä=Pöytyällä Raahe=Raahessa Raasepori=Raaseporissa Raisio=Raisiossa
    Rantasalmi=Rantasalmella Ranua=Ranualla Rauma=Raumalla Rautalampi=Rautalammilla Rautavaara=Rautavaaralla
    Rautjärvi=Rautjärvellä Reisjärvi=Reisjärvellä Riihimäki=Riihimäellä Ristijärvi=Ristijärvellä
    Rovaniemi=Rovaniemellä Ruokolahti=Ruokolahdella Ruovesi=Ruovedellä Rusko=Ruskolla Rääkkylä=Rääkkylässä
    Saarijärvi=Saarijärvellä Salla=Sallassa Salo=Salossa Saltvik=Saltvikissa Sastamala=Sastamalassa Sauvo=Sauvossa
    Savitaipale=Savitaipaleella Savonlinna=Savonlinnassa Savukoski=Savukoskella Seinäjoki=Seinäjoella Sievi=Sievissä
    Siikainen=Siikaisissa Siikajoki=Siikajoella Siikalatva=Siikalatvalla Siilinjärvi=Siilinjärvellä Simo=Simossa
    Sipoo=Sipoossa Siuntio=Siuntiossa Sodankylä=Sodankylässä Soini=Soinissa Somero=Somerolla
    Sonkajärvi=Sonkajärvellä Sotkamo=Sotkamossa Sottunga=Sottungassa Sulkava=Sulkavalla Sund=Sundissa
    Suomussalmi=Suomussalmella Suonenjoki=Suonenjoella Sysmä=Sysmässä Säkylä=Säkylässä Taipalsaari=Taipalsaarella
    Taivalkoski=Taivalkoskella Taivassalo=Taivassalossa Tammela=Tammelassa Tampere=Tampereella Tervo=Tervossa
    Tervola=Tervolassa Teuva=Teuvalla Tohmajärvi=Tohmajärvellä Toholampi=Toholammilla Toivakka=Toivakassa
    Tornio=Torniossa Turku=Turussa Tuusniemi=Tuusniemellä Tuusula=Tuusulassa Tyrnävä=Tyrnävällä Ulvila=Ulvilassa
    Urjala=Urjalassa Utajärvi=Utajärvellä Utsjoki=Utsjoella Uurainen=Uuraisilla Uusikaarlepyy=Uudessakaarlepyyssä
    Uusikaupunki=Uudessakaupungissa Vaala=Vaalassa Vaasa=Vaasassa Valkeakoski=Valkeakoskella Vantaa=Vantaalla
    Varkaus=Varkaudessa Vehmaa=Vehmaalla Vesanto=Vesannolla Vesilahti=Vesilahdessa Veteli=Vetelissä
    Vieremä=Vieremällä Vihti=Vihdissä Viitasaari=Viitasaarella Vimpeli=Vimpelissä Virolahti=Virolahdella
    Virrat=Virroilla Vårdö=Vårdössä Ylitornio=Ylitorniolla Ylivieska=Ylivieskassa Ylöjärvi=Ylöjärvellä
    Ypäjä=Ypäjällä Ähtäri=Ähtärissä Äänekoski=Äänekoskella Uusimaa=Uudellamaalla Varsinais-Suomi=Varsinais-Suomessa
    Satakunta=Satakunnassa Kanta-Häme=Kanta-Hämeessä Pirkanmaa=Pirkanmaalla Päijät-Häme=Päijät-Hämeessä
    Kymenlaakso=Kymenlaaksossa Etelä-Karjala=Etelä-Karjalassa Etelä-Savo=Etelä-Savossa Pohjois-Savo=Pohjois-Savossa
    Pohjois-Karjala=Pohjois-Karjalassa Keski-Suomi=Keski-Suomessa Etelä-Pohjanmaa=Etelä-Pohjanmaalla
    Pohjanmaa=Pohjanmaalla Keski-Pohjanmaa=Keski-Pohjanmaalla Pohjois-Pohjanmaa=Pohjois-Pohjanmaalla
    Kainuu=Kainuussa Lappi=Lapissa Ahvenanmaa=Ahvenanmaalla Suomi=Suomessa
    """
EXPECTED = dict(pair.split("=") for pair in FORMS.split()) | {
    "Pedersören kunta": "Pedersören kunnassa",
    "Koko maa": "Koko maassa",
    "Iisalmen seutukunta": "Iisalmen seutukunnassa",
    "Ylä-Pirkanmaa": "Ylä-Pirkanmaalla",
    "Koillismaa": "Koillismaalla",
    "Torniolaakso": "Torniolaaksossa",
    "Itä-Lappi": "Itä-Lapissa",
    "Kehys-Kainuu": "Kehys-Kainuussa",
    "Suupohja": "Suupohjassa",
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_name_takes_its_own_local_case(name: str) -> None:
    assert locative_fi(name) == EXPECTED[name]


SUB_REGIONS = """
    Etelä-Pirkanmaa=Etelä-Pirkanmaan Forssa=Forssan Haapavesi-Siikalatva= Helsinki=Helsingin Hämeenlinna=Hämeenlinnan
    Imatra=Imatran Itä-Lappi=Itä-Lapin Jakobstadsregionen= Joensuu=Joensuun Joutsa=Joutsan Jyväskylä=Jyväskylän
    Jämsä=Jämsän Järviseutu=Järviseudun Kajaani=Kajaanin Kaustinen=Kaustisen Kehys-Kainuu=Kehys-Kainuun Kemi-Tornio=
    Keski-Karjala=Keski-Karjalan Keuruu=Keuruun Koillis-Savo=Koillis-Savon Koillismaa=Koillismaan Kokkola=Kokkolan
    Kotka-Hamina= Kouvola=Kouvolan Kuopio=Kuopion Kuusiokunnat= Lahti=Lahden Lappeenranta=Lappeenrannan Loimaa=Loimaan
    Lounais-Pirkanmaa=Lounais-Pirkanmaan Loviisa=Loviisan Luoteis-Pirkanmaa=Luoteis-Pirkanmaan Mikkeli=Mikkelin
    Nivala-Haapajärvi=Nivala-Haapajärven Oulu=Oulun Oulunkaari= Pieksämäki=Pieksämäen Pohjois-Lappi=Pohjois-Lapin
    Pohjois-Satakunta=Pohjois-Satakunnan Pori=Porin Porvoo=Porvoon Raahe=Raahen Raasepori=Raaseporin Rauma=Rauman
    Riihimäki=Riihimäen Rovaniemi=Rovaniemen Saarijärvi-Viitasaari= Salo=Salon Savonlinna=Savonlinnan
    Seinäjoki=Seinäjoen Sisä-Savo=Sisä-Savon Suupohja=Suupohjan Sydösterbotten= Tampere=Tampereen
    Torniolaakso=Torniolaakson Tunturi-Lappi=Tunturi-Lapin Turku=Turun Vaasa=Vaasan Vakka-Suomi=Vakka-Suomen
    Varkaus=Varkauden Ylivieska=Ylivieskan Ylä-Pirkanmaa=Ylä-Pirkanmaan Ylä-Savo=Ylä-Savon Äänekoski=Äänekosken
    Åboland-Turunmaa=
    """
GENITIVES = dict(pair.split("=") for pair in SUB_REGIONS.split()) | {
    "Pielisen Karjala": "Pielisen Karjalan",
    **dict.fromkeys(("Mariehamns stad", "Ålands landsbygd", "Ålands skärgård"), ""),
}


def test_every_sub_region_has_its_genitive_or_none() -> None:
    named = places.load().places(Division.SUB_REGION, places.NEWEST_DIVISION)
    assert {place.name.fi: genitive_fi(place.name.fi) or "" for place in named} == GENITIVES


@pytest.mark.parametrize("name", ["Huittinen", "Virrat", "Parainen", "Uusimaa", "Isokyrö", "Kangasala", "Vöyri"])
def test_a_genitive_that_does_not_follow_from_the_local_case_is_not_guessed(name: str) -> None:
    assert genitive_fi(name) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Text("Tampere", "Tammerfors", "Tampere"), "i Tammerfors ekonomiska region"),
        (Text("Turku", "Åbo", "Turku"), "i Åbo ekonomiska region"),
        (Text("Pori", "Björneborg", "Pori"), "i Björneborgs ekonomiska region"),
        (Text("Vakka-Suomi", "Nystadsregionen", "Vakka-Suomi"), "i Nystadsregionen"),
    ],
)
def test_swedish_names_a_sub_region(name: Text, said: str) -> None:
    assert in_sub_region(name)[1] == said


@pytest.mark.parametrize("name", [*sorted(UNSURE), "Cambridge", "Umeå", ""])
def test_an_unsure_or_unknown_name_is_not_guessed(name: str) -> None:
    assert locative_fi(name) is None


@pytest.mark.parametrize(("name", "expected"), [("Idensalmi", "i Idensalmi"), ("Karlö", "på Karlö")])
def test_swedish_says_in_or_on(name: str, expected: str) -> None:
    assert locative_sv(name) == expected


@needs_shared
def test_all_municipalities_of_2026_are_decided() -> None:
    path = SHARED / "data" / "geofi-municipality-keys" / "municipality_key_2026.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        names = {row["municipality_name_fi"] for row in csv.DictReader(stream)}
    assert len(names) == 308
    assert names - EXPECTED.keys() == UNSURE
