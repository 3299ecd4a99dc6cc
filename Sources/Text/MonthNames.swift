/// Names and usual abbreviations of the months, in the case forms that dates use, for the languages that news is
/// written in.
enum MonthNames {
    /// `name:month`; `name!month` where an ordinal dot before the name would make it another language's other month.
    ///
    /// Names are folded as `DateScanner` folds words: lower case, Latin and Greek letters without their accents.
    static let table = NameTable(
        """
        january:1 jan:1 januar:1 janner:1 jaenner:1 janvier:1 janv:1 enero:1 ene:1 gennaio:1 gen:1 genn:1 \
        janeiro:1 gener:1 januari:1 tammikuu:1 tammikuuta:1 jaanuar:1 janvaris:1 janvara:1 sausio:1 stycznia:1 \
        styczen:1 sty:1 ledna:1 leden:1 januara:1 januarja:1 sijecnja:1 sijecanj:1 јануар:1 јануара:1 януари:1 \
        января:1 январь:1 янв:1 січня:1 січень:1 січ:1 ocak:1 oca:1 yanvar:1 ianuarie:1 ian:1 janar:1 \
        ιανουαριοσ:1 ιανουαριου:1 ιαν:1 يناير:1 जनवरी:1 \
        february:2 feb:2 febr:2 februar:2 feber:2 fevrier:2 fevr:2 fev:2 febrero:2 febbraio:2 febbr:2 \
        fevereiro:2 febrer:2 februari:2 helmikuu:2 helmikuuta:2 veebruar:2 februaris:2 februara:2 vasario:2 \
        lutego:2 luty:2 lut:2 unora:2 unor:2 februarja:2 veljace:2 veljaca:2 фебруар:2 фебруара:2 февруари:2 \
        февраля:2 февраль:2 фев:2 февр:2 лютого:2 лютий:2 лют:2 subat:2 sub:2 fevral:2 februarie:2 shkurt:2 \
        φεβρουαριοσ:2 φεβρουαριου:2 φεβ:2 فبراير:2 फरवरी:2 फ़रवरी:2 \
        march:3 mar:3 marz:3 maerz:3 mrz:3 mars:3 marzo:3 marco:3 marc:3 maart:3 mrt:3 marts:3 maaliskuu:3 \
        maaliskuuta:3 marta:3 kovo:3 marca:3 marzec:3 brezna:3 brezen:3 ozujka:3 ozujak:3 март:3 марта:3 мар:3 \
        березня:3 березень:3 бер:3 mart:3 martie:3 marcius:3 μαρτιοσ:3 μαρτιου:3 μαρ:3 maret:3 mac:3 مارس:3 \
        मार्च:3 \
        april:4 apr:4 avril:4 avr:4 abril:4 abr:4 aprile:4 huhtikuu:4 huhtikuuta:4 aprill:4 aprilis:4 aprila:4 \
        balandzio:4 kwietnia:4 kwiecien:4 kwi:4 dubna:4 duben:4 travnja:4 travanj:4 април:4 априла:4 апреля:4 \
        апрель:4 апр:4 квітня:4 квітень:4 квіт:4 nisan:4 nis:4 aprel:4 aprilie:4 prill:4 απριλιοσ:4 απριλιου:4 \
        απρ:4 أبريل:4 ابريل:4 إبريل:4 अप्रैल:4 \
        may:5 mai:5 mayo:5 maggio:5 mag:5 magg:5 maio:5 maig:5 mei:5 maj:5 toukokuu:5 toukokuuta:5 maijs:5 \
        maija:5 geguzes:5 maja:5 kvetna:5 kveten:5 svibnja:5 svibanj:5 мај:5 маја:5 май:5 мая:5 травня:5 \
        травень:5 трав:5 mayis:5 majus:5 μαιοσ:5 μαιου:5 μαι:5 مايو:5 मई:5 \
        june:6 jun:6 juni:6 juin:6 junio:6 giugno:6 giu:6 junho:6 juny:6 kesakuu:6 kesakuuta:6 juuni:6 junijs:6 \
        junija:6 birzelio:6 czerwca:6 czerwiec:6 cze:6 cervna:6 cerven:6 juna:6 lipnja:6 lipanj:6 јун:6 јуна:6 \
        юни:6 июня:6 июнь:6 июн:6 червня:6 червень:6 черв:6 haziran:6 haz:6 iyun:6 iunie:6 iun:6 qershor:6 \
        junius:6 ιουνιοσ:6 ιουνιου:6 ιουν:6 يونيو:6 يونيه:6 जून:6 \
        july:7 jul:7 juli:7 juillet:7 juil:7 juill:7 julio:7 luglio:7 lug:7 julho:7 juliol:7 heinakuu:7 \
        heinakuuta:7 juuli:7 julijs:7 julija:7 liepos:7 lipca:7 lipiec:7 lip:7 cervence:7 cervenec:7 jula:7 \
        srpnja:7 srpanj:7 јул:7 јула:7 юли:7 июля:7 июль:7 июл:7 липня:7 липень:7 лип:7 temmuz:7 tem:7 iyul:7 \
        iulie:7 iul:7 korrik:7 julius:7 ιουλιοσ:7 ιουλιου:7 ιουλ:7 julai:7 يوليو:7 يوليه:7 जुलाई:7 \
        august:8 aug:8 aout:8 agosto:8 ago:8 agost:8 augustus:8 augusti:8 agust:8 elokuu:8 elokuuta:8 augusts:8 \
        augusta:8 rugpjucio:8 sierpnia:8 sierpien:8 sie:8 srpna:8 srpen:8 avgusta:8 avgust:8 kolovoza:8 \
        kolovoz:8 август:8 августа:8 авг:8 серпня:8 серпень:8 серп:8 agustos:8 agu:8 avqust:8 gusht:8 \
        augusztus:8 αυγουστοσ:8 αυγουστου:8 αυγ:8 agustus:8 agt:8 ogos:8 أغسطس:8 اغسطس:8 अगस्त:8 \
        september:9 sep:9 sept:9 septembre:9 septiembre:9 setiembre:9 settembre:9 sett:9 set:9 setembro:9 \
        setembre:9 syyskuu:9 syyskuuta:9 septembris:9 rugsejo:9 wrzesnia:9 wrzesien:9 wrz:9 zari:9 septembra:9 \
        rujna:9 rujan:9 септембар:9 септембра:9 septembar:9 септември:9 сентября:9 сентябрь:9 сен:9 сент:9 \
        вересня:9 вересень:9 вер:9 eylul:9 eyl:9 sentyabr:9 septembrie:9 shtator:9 szeptember:9 szept:9 \
        σεπτεμβριοσ:9 σεπτεμβριου:9 σεπ:9 سبتمبر:9 सितंबर:9 सितम्बर:9 \
        october:10 oct:10 oktober:10 okt:10 octobre:10 octubre:10 ottobre:10 ott:10 outubro:10 out:10 lokakuu:10 \
        lokakuuta:10 oktoober:10 oktobris:10 oktobra:10 spalio:10 pazdziernika:10 pazdziernik:10 paz:10 rijna:10 \
        rijen:10 октобар:10 октобра:10 oktobar:10 октомври:10 октября:10 октябрь:10 окт:10 жовтня:10 жовтень:10 \
        жовт:10 ekim:10 eki:10 oktyabr:10 octombrie:10 tetor:10 οκτωβριοσ:10 οκτωβριου:10 οκτ:10 أكتوبر:10 \
        اكتوبر:10 अक्टूबर:10 अक्तूबर:10 \
        november:11 nov:11 novembre:11 noviembre:11 novembro:11 marraskuu:11 marraskuuta:11 novembris:11 \
        lapkricio:11 listopada!11 listopad:11 lis:11 listopadu:11 novembra:11 studenoga:11 studenog:11 \
        studeni:11 новембар:11 новембра:11 novembar:11 ноември:11 ноября:11 ноябрь:11 ноя:11 нояб:11 \
        листопада:11 листопад:11 kasim:11 kas:11 noyabr:11 noiembrie:11 noi:11 nentor:11 νοεμβριοσ:11 \
        νοεμβριου:11 νοε:11 نوفمبر:11 नवंबर:11 नवम्बर:11 \
        december:12 dec:12 dezember:12 dez:12 decembre:12 diciembre:12 dic:12 dicembre:12 dezembro:12 \
        desembre:12 desember:12 des:12 joulukuu:12 joulukuuta:12 detsember:12 decembris:12 gruodzio:12 \
        grudnia:12 grudzien:12 gru:12 prosince:12 prosinec:12 decembra:12 prosinca:12 децембар:12 децембра:12 \
        decembar:12 декември:12 декабря:12 декабрь:12 дек:12 грудня:12 грудень:12 груд:12 aralik:12 ara:12 \
        dekabr:12 decembrie:12 dhjetor:12 δεκεμβριοσ:12 δεκεμβριου:12 δεκ:12 disember:12 dis:12 ديسمبر:12 \
        दिसंबर:12 दिसम्बर:12
        """, marks: [0x3A, 0x21])
}
