"""Nine documents as people write them, all figures agreeing; `_` stands where thousands are separated.

Every organisation is invented. What is planted in them and what must then be said is in
`written_cases`."""

SELECTION_PROPOSAL = """\
Valintaesitys

Hakemusnumero: 712345 Valintaesitys 1 (4)
Hankkeen nimi: VIRTA – Vesitekniikan yritysten vientivalmiudet Kuusijoella
Dnro: EURA 2021/712345/09 02 01 01/2025/KUULIITTO 10.3.2026

Hakija: Järvisalon ammattikorkeakoulu Oy
Hanke toteutetaan: Yhden toteuttajan hankkeena
Hankkeen toteutusaika: 1.4.2026 - 31.3.2028

Hankkeen toimenpiteet

Työpaketti 1: Vientikartoitus
Henkilötyökuukaudet: 9 htkk
Tehtävä 1.1. Yritysten haastattelut
Tehtävä 1.2. Kohdemarkkinoiden kuvaus
Tulos 1: Kartoitusraportti

Työpaketti 2: Kokeilut
Henkilötyökuukaudet: yht. 14 htkk
Tehtävä 2.1. Vientiryhmien kokoaminen
Tulos 2: Kokeiluista laadittu käsikirja

Työpaketti 3: Tulosten jakaminen
Henkilötyökuukaudet: 5 htyökk
Tehtävä 3.1. Seminaarit ja käsikirjan (tulos 2) julkaiseminen
Tulos 3: Loppuraportti

Hankkeessa on kolme työpakettia.

Lisätietoja hakemuksesta

Saapunut: 14.1.2026
Hankeryhmä: 3.3.2026
Rahoituskokous: 9.3.2026

Asiakirja luotu: 12.03.2026 09:14:02 EURA 2021 -järjestelmä

Kustannusarvion ja rahoitussuunnitelman tiivistelmä

Kustannusmalli Flat rate 40 % kehittäminen

Kustannusarvion tiivistelmä

                                        Haetut yhteensä €    Hyväksytyt yhteensä €    Hylätyt €
1 Palkkakustannukset                    218_450              212_300                  6_150
Flat rate 40 % kehittäminen             87_380               84_920                   2_460
Kustannusarvio yhteensä                 305_830              297_220                  8_610

Rahoitussuunnitelman tiivistelmä

                                        Haetut yhteensä €    Hyväksytyt yhteensä €    Osuus %
1 Haettava EU- ja valtion rahoitus      244_664              237_776                  80,00
2 Omarahoitus: Muu julkinen rahoitus    45_166               44_100                   14,84
3 Kuntarahoitus                         11_000               10_344                   3,48
4 Muu julkinen rahoitus                 0                    0                        0
5 Yksityinen rahoitus                   5_000                5_000                    1,68
Rahoitussuunnitelma yhteensä            305_830              297_220                  100,00

Pisteet 22/30

Rahoittaja puoltaa hakemuksen hyväksymistä

Kyllä
"""

BOARD_DECISION = """\
Kuusijoen kaupunki                    Pöytäkirja 9/2026                    3 (11)
Kaupunginhallitus § 142 18.05.2026

§ 142
Osallistuminen Kiertovoima-hankkeeseen vuosina 2026-2028

KUUD/412/02.05.01.00/2026

Valmistelija: elinkeinopäällikkö, puh. 0400 000 000

Kehittämisyhtiö Suvantola Oy on pyytänyt Kuusijoen kaupunkia mukaan Kiertovoima-hankkeeseen,
jossa kehitetään alueen puu- ja metalliyritysten kiertotaloutta. Maakunnan liitto on tehnyt
hankkeesta myönteisen rahoituspäätöksen 27.3.2026. Hankkeen toteutusaika on 1.4.2026-31.12.2028.
Alueen yrityksistä noin 93 % on alle kymmenen hengen yrityksiä, ja työttömyysaste oli huhtikuussa
11,4 %.

Hankkeen kokonaiskustannukset ovat 486.500 euroa. Rahoitussuunnitelman mukaan EAKR- ja valtion
rahoituksen osuus on 70 %, kuntien rahoitus 21,5 %, muu julkinen rahoitus 3,5 % ja yritysten
rahoitus 5 %.

Kuusijoen kaupungin osahankkeen kustannukset ovat 84_200 euroa. Siitä 58_940 euroa (70 %) tulee
EAKR- ja valtion rahoituksena, 21_050 euroa (25 %) on kaupungin omarahoitusta ja 4_210 euroa (5 %)
yksityistä rahoitusta. Kustannukset jakautuvat niin, että vuodelle 2026 kohdistuu 19_700 euroa,
vuodelle 2027 34_900 euroa ja vuodelle 2028 29_600 euroa.

Päätösehdotus (kaupunginjohtaja)
Kaupunginhallitus päättää, että Kuusijoen kaupunki osallistuu Kiertovoima-hankkeeseen enintään
21_050 eurolla vuosina 2026-2028. Rahoitus maksetaan elinvoimapalvelujen määrärahasta.

Päätös
Päätösehdotus hyväksyttiin yksimielisesti.
"""

APPLICATION = """\
Hakemus: Kylistä kasvuun – innovaatioekosysteemien yhteinen polku

Hakijana on Suvantolan kuntayhtymä. Mukana on kuusi kuntaa: Kuusijoki, Lehtovaara, Suvantola,
Ahvenlampi, Karhuniemi ja Pajuluoto.

Työpaketti 1 Tilannekuva – ostopalvelut 18_000 €
Haastatellaan 60 yritystä ja kootaan toimijakartta.

Työpaketti 2 Yhteiset kokeilut – ostopalvelut 32_500 €
Järjestetään 12 kokeilua.

Työpaketti 3 Viestintä – ostopalvelut 9_500 €

Aikataulu
Hanke alkaa 1.9.2026 ja päättyy 31.8.2028.

Budjetti

                        2026       2027       2028       Yhteensä
Henkilöstökulut         31_400     96_200     64_800     192_400
Ostopalvelut            12_000     30_000     18_000     60_000
Matkat ja kokoukset     1_600      5_400      3_000      10_000
Yhteensä                45_000     131_600    85_800     262_400

Hankkeen kokonaisbudjetti on 262_400 €. Kunnat rahoittavat hankkeesta 25 % eli yhteensä 65_600 €.
Ministeriöltä haetaan 75 %, 196_800 €.

Hankkeessa työskentelee yhteensä 2,5 htv, joista päätoteuttajalla 1,5 htv ja muilla kunnilla 1,0 htv.
"""

FINAL_REPORT = """\
Loppuraportti
Pellosta pöytään -hanke, Lehtovaaran kunta
Raportti päivätty 12.2.2026

1. Yhteenveto
Hanke toteutettiin 1.1.2024–31.12.2025. Tavoitteena oli saada mukaan 40 yritystä, ja mukaan tuli 43.
Järjestettiin 18 työpajaa, joihin osallistui yhteensä 312 henkilöä: 96 tuottajaa, 141 yrittäjää ja
75 asiantuntijaa. Palautteen antoi 58 % osallistujista, ja heistä 91 % suosittelisi työpajoja.

2. Talous
Hankkeelle oli varattu 150_000 euron määräraha, josta käytettiin 143_260 euroa.

Toteutuneet kustannukset
Kustannuslaji            Budjetti    Toteutunut    Jäljellä
Palkat                   92_000      90_115        1_885
Ostopalvelut             41_000      38_245        2_755
Matkat                   9_000       7_650         1_350
Muut kulut               8_000       7_250         750
Yhteensä                 150_000     143_260       6_740

Rahoitus toteutui seuraavasti:
ELY-keskus               107_445     75,0 %
Lehtovaaran kunta        28_652      20,0 %
Yksityinen rahoitus      7_163       5,0 %
Yhteensä                 143_260     100,0 %

3. Vaikutukset
Yritysten yhteenlaskettu liikevaihto kasvoi 6,2 % vuodesta 2023. Uusia työpaikkoja syntyi 14.
"""

SWEDISH_APPLICATION = """\
Ansökan om finansiering
Projektets namn: Gröna byar – samarbete kring cirkulär ekonomi
Sökande: Björkholmens kommun
Genomförandetid: 1.3.2026–29.2.2028

Projektet genomförs i fyra kommuner: Björkholmen, Sandvikby, Tallnäs och Ekbacka.

Kostnadsmodell Flat rate 40 % utveckling

Kostnadsberäkning

                              2026        2027        2028       Totalt
Lönekostnader                 48_000      60_000      12_000     120_000
Flat rate 40 %                19_200      24_000      4_800      48_000
Kostnader totalt              67_200      84_000      16_800     168_000

Finansieringsplan

                              Belopp €    Andel %
EU och staten                 117_600     70,00
Egen finansiering             33_600      20,00
Kommunal finansiering         12_600      7,50
Privat finansiering           4_200       2,50
Finansiering totalt           168_000     100,00

Kostnaderna är totalt 168_000 euro, av vilka 117_600 euro (70 %) söks som EU-stöd och statligt stöd.
"""

ENGLISH_APPLICATION = """\
Project application – Harbour Labs
Lead partner: Sandvikby Development Ltd
Project period: 1 March 2026 – 31 August 2028

The project has three work packages and five partners: Sandvikby Development Ltd, Tallnäs Polytechnic,
Port of Ekbacka, Harbour Cluster and Lighthouse Institute.

Work package 1: Mapping – 6 person-months
Work package 2: Experiments – 15 person-months
Work package 3: Dissemination – 4 person-months
In total 25 person-months.

Budget (EUR)

Cost category              2026       2027       2028       Total
Staff costs                62_000     81_500     40_500     184_000
Office and administration  9_300      12_225     6_075      27_600
Travel                     4_200      6_800      3_000      14_000
External expertise         15_000     22_000     7_400      44_400
Total                      90_500     122_525    56_975     270_000

Office and administration costs are 15 % of staff costs.

Funding

ERDF                       189_000    70 %
National co-financing      54_000     20 %
Own contribution           27_000     10 %
Total                      270_000    100 %
"""

ROUGH_FIGURES = """\
Elinvoimaa rannikolle -ohjelman hakukierros 2026

Hallitus on varannut ohjelmalle vuodelle 2026 määrärahaa 2,4 miljoonaa euroa.
Määräaikaan mennessä saatiin neljä hakemusta, ja rahoituspäätöksiä odotetaan syksyllä 2026.

Satamat kuntoon
Budjetti ~650 k€

Merituuli
Budjetti ~480 k€

Kalasta kasvua
Budjetti noin 0,7 M€

Saaristo verkossa
Budjetti noin 390 000 €

Vuonna 2025 ohjelman 1,9 M€:n määrärahasta käytettiin vajaat 1,8 M€. Noin 1,1 M€ käytettiin avustuksiin
ja noin 400 000 euroa palveluostoihin. Loppuosa on henkilöstökuluja.
"""

DAMAGED_TEXT = """\
Hankesuunnitelma: Ha\u0308meen hyo\u0308tykasvit                                    2 (5)

Toteuttaja: Pajuluodon kehitta\u0308misyhtio\u0308 Oy. Hankkeen toteutusaika on 1.1.2026 –
31.12.2027. Hankkeen ko-
konaiskustannukset ovat 118_
600 euroa ja haettava avus-
tus 94_880 euroa (80 %). Oma-
rahoitus on 23_720 euroa (20 %).

Kustannusarvio

Kustannuslaji          2026     2027     Yht.
Palkat                 38_200   40_100   78_300
Matkat                 2_450    2_850    5_300
Ostopalvelut           17_000   18_000   35_000
Yhteensa\u0308               57_650   60_950   118_600

Rahoitus
Avustus                46_120   48_760   94_880
Omarahoitus            11_530   12_190   23_720
Yhteensa\u0308               57_650   60_950   118_600
"""

NARRATIVE = """\
Suvantolan seudun elinvoimaohjelman vuosikertomus 2025

Ohjelma hyväksyttiin valtuustossa 15.12.2021 § 87 (dnro SUV/1203/00.01.02/2021), ja sitä on sen
jälkeen tarkistettu 12.6.2023 § 44 ja 11.11.2024 § 98. Ohjelmakausi on 2022–2027. Seudulla asui
vuoden 2024 lopussa 41 872 ihmistä, 312 vähemmän kuin vuotta aiemmin. Väestöstä 24,8 % oli yli
65-vuotiaita ja 15,1 % alle 15-vuotiaita. Työllisyysaste nousi 71,3 prosentista 72,0 prosenttiin.

Kehittämisyhtiö RantaPuhuri Oy palveli vuoden aikana 286 yritystä. Neuvonta-aikoja varattiin 1 204,
joista 62 % etänä. Yritysneuvonnan palvelunumeroon 010 123 4567 tuli 2 318 puhelua ja 1 455 viestiä.
Kyselyyn vastasi 133 yritystä (vastausprosentti 46,5). Vastanneista 78 % piti palvelua hyvänä ja
12 % tyydyttävänä; 45 % aikoi investoida vuosina 2026–2027.

Vuonna 2025 seudulla alkoi viisi hanketta. Niistä suurin on RantaPuhuri Oy:n Sahalta satamaan
(A81234, 1.2.2025–31.1.2027). Sen hankepäätös saatiin 17.1.2025, ja siitä tiedotettiin 3/2025
ilmestyneessä uutiskirjeessä. Rakennerahastolain (757/2021) 12 §:n ja asetuksen 866/2021 2 §:n
mukaiset kustannusmallit otettiin käyttöön 1.8.2022.

Ohjelman rahoitus oli vuonna 2025 yhteensä 640_000 euroa, josta kunnat maksoivat 410_000 euroa,
maakunnan liitto 180_000 euroa ja yritykset 50_000 euroa. Kustannuksista 512_000 euroa oli palkkoja,
96_000 euroa ostopalveluja ja 32_000 euroa muita kuluja, yhteensä 640_000 euroa.

Vuoden 2024 vastaavat menot olivat 598_300 euroa, joten kasvua oli 7,0 %. Matkailijoita kävi
kesällä 2025 noin 23 500, mikä on 8 % enemmän kuin kesällä 2023. Sataman liikenne oli 1,2 miljoonaa
tonnia, ja siitä 64 % oli sahatavaraa. Linja-auton 36 vuoroja lisättiin 4.8.2025 alkaen kahdella.

RantaPuhuri Oy:n hallitus kokoontui 9 kertaa. Tilikauden 1.1.–31.12.2025 tulos oli 14 220 euroa.
Seuraava kertomus annetaan 28.2.2027 mennessä.
"""
