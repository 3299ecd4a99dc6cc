extension Country {
    /// ISO 3166-1 alpha-2 code | names | demonyms and adjectives | capital. Codes and names after ISO 3166 as Debian's iso-codes
    /// has it, with the short names that news uses.
    static let table = """
        AD|Andorra|Andorran Andorrans|Andorra la Vella
        AE|United Arab Emirates;UAE;U.A.E.;Emirates|Emirati Emiratis|Abu Dhabi
        AF|Afghanistan;Islamic Republic of Afghanistan|Afghan Afghans|Kabul
        AG|Antigua and Barbuda|Antiguan Antiguans|
        AL|Albania|Albanian Albanians|Tirana
        AM|Armenia|Armenian Armenians|Yerevan
        AO|Angola|Angolan Angolans|Luanda
        AR|Argentina;Argentine Republic|Argentine Argentines Argentinian Argentinians Argentinean|Buenos Aires
        AT|Austria|Austrian Austrians|Vienna
        AU|Australia;Commonwealth of Australia|Australian Australians Aussie Aussies|Canberra
        AZ|Azerbaijan|Azerbaijani Azerbaijanis Azeri Azeris|Baku
        BA|Bosnia and Herzegovina;Bosnia-Herzegovina;Bosnia|Bosnian Bosnians|Sarajevo
        BB|Barbados|Barbadian Barbadians|Bridgetown
        BD|Bangladesh|Bangladeshi Bangladeshis|Dhaka
        BE|Belgium|Belgian Belgians|Brussels
        BF|Burkina Faso|Burkinabe Burkinabé|Ouagadougou
        BG|Bulgaria|Bulgarian Bulgarians|Sofia
        BH|Bahrain|Bahraini Bahrainis|Manama
        BI|Burundi|Burundian Burundians|Gitega
        BJ|Benin|Beninese|Porto-Novo
        BM|Bermuda|Bermudian Bermudians|
        BN|Brunei Darussalam;Brunei|Bruneian Bruneians|Bandar Seri Begawan
        BO|Bolivia|Bolivian Bolivians|Sucre
        BR|Brazil;Federative Republic of Brazil|Brazilian Brazilians|Brasilia
        BS|Bahamas|Bahamian Bahamians|Nassau
        BT|Bhutan|Bhutanese|Thimphu
        BW|Botswana|Botswanan|Gaborone
        BY|Belarus|Belarusian Belarusians Belarussian|Minsk
        BZ|Belize|Belizean Belizeans|Belmopan
        CA|Canada|Canadian Canadians|Ottawa
        CD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;Zaire|Zairean|Kinshasa
        CF|Central African Republic||Bangui
        CG|Republic of the Congo;Congo-Brazzaville||Brazzaville
        CH|Switzerland;Swiss Confederation|Swiss|Bern
        CI|Ivory Coast;Côte d'Ivoire;Cote d'Ivoire|Ivorian Ivorians|Yamoussoukro
        CL|Chile|Chilean Chileans|Santiago
        CM|Cameroon|Cameroonian Cameroonians|Yaounde
        CN|China;People's Republic of China;PRC|Chinese|Beijing
        CO|Colombia|Colombian Colombians|Bogota
        CR|Costa Rica|Rican|San Jose
        CU|Cuba|Cuban Cubans|Havana
        CV|Cabo Verde;Cape Verde|Verdean Verdeans|Praia
        CY|Cyprus|Cypriot Cypriots|Nicosia
        CZ|Czech Republic;Czechia|Czech Czechs|Prague
        DE|Germany;Federal Republic of Germany;West Germany|German Germans|Berlin
        DJ|Djibouti|Djiboutian Djiboutians|
        DK|Denmark;Kingdom of Denmark|Danish Dane Danes|Copenhagen
        DM|Dominica||
        DO|Dominican Republic|Dominican Dominicans|Santo Domingo
        DZ|Algeria|Algerian Algerians|Algiers
        EC|Ecuador|Ecuadorian Ecuadorians Ecuadorean|Quito
        EE|Estonia|Estonian Estonians|Tallinn
        EG|Egypt;Arab Republic of Egypt|Egyptian Egyptians|Cairo
        ER|Eritrea|Eritrean Eritreans|Asmara
        ES|Spain;Kingdom of Spain|Spanish Spaniard Spaniards|Madrid
        ET|Ethiopia|Ethiopian Ethiopians|Addis Ababa
        FI|Finland|Finnish Finn Finns|Helsinki
        FJ|Fiji|Fijian Fijians|Suva
        FM|Federated States of Micronesia;Micronesia|Micronesian Micronesians|
        FR|France;French Republic|French Frenchman Frenchmen Frenchwoman|Paris
        GA|Gabon|Gabonese|Libreville
        GB|United Kingdom;UK;U.K.;Britain;Great Britain;England;Scotland;Wales;Northern Ireland|British Briton Britons Brit Brits English Englishman Englishmen Scottish Scot Scots Welsh Welshman|London
        GD|Grenada|Grenadian Grenadians|
        GE|Georgia|Georgian Georgians|Tbilisi
        GH|Ghana|Ghanaian Ghanaians|Accra
        GI|Gibraltar|Gibraltarian Gibraltarians|
        GL|Greenland|Greenlandic Greenlander Greenlanders|Nuuk
        GM|Gambia|Gambian Gambians|Banjul
        GN|Guinea|Guinean Guineans|Conakry
        GQ|Equatorial Guinea|Equatoguinean|Malabo
        GR|Greece;Hellenic Republic|Greek Greeks|Athens
        GT|Guatemala|Guatemalan Guatemalans|Guatemala City
        GW|Guinea-Bissau||Bissau
        GY|Guyana|Guyanese|
        HK|Hong Kong|Hongkonger Hongkongers|
        HN|Honduras|Honduran Hondurans|Tegucigalpa
        HR|Croatia|Croatian Croatians Croat Croats|Zagreb
        HT|Haiti|Haitian Haitians|Port-au-Prince
        HU|Hungary|Hungarian Hungarians|Budapest
        ID|Indonesia|Indonesian Indonesians|Jakarta
        IE|Ireland;Republic of Ireland;Irish Republic|Irish Irishman Irishmen|Dublin
        IL|Israel;State of Israel|Israeli Israelis|Jerusalem
        IN|India;Republic of India|Indian Indians|New Delhi
        IQ|Iraq;Republic of Iraq|Iraqi Iraqis|Baghdad
        IR|Iran;Islamic Republic of Iran;Islamic Republic|Iranian Iranians|Tehran
        IS|Iceland|Icelandic Icelander Icelanders|Reykjavik
        IT|Italy;Italian Republic|Italian Italians|Rome
        JM|Jamaica|Jamaican Jamaicans|Kingston
        JO|Jordan;Hashemite Kingdom of Jordan|Jordanian Jordanians|Amman
        JP|Japan|Japanese|Tokyo
        KE|Kenya|Kenyan Kenyans|Nairobi
        KG|Kyrgyzstan;Kyrgyz Republic|Kyrgyz|Bishkek
        KH|Cambodia|Cambodian Cambodians|Phnom Penh
        KI|Kiribati||
        KM|Comoros|Comorian Comorians|
        KP|North Korea;Democratic People's Republic of Korea;DPRK;N. Korea|North-Korean|Pyongyang
        KR|South Korea;Republic of Korea;S. Korea|South-Korean|Seoul
        KW|Kuwait|Kuwaiti Kuwaitis|Kuwait City
        KZ|Kazakhstan|Kazakh Kazakhs Kazakhstani|Astana
        LA|Laos|Laotian Laotians Lao|Vientiane
        LB|Lebanon;Lebanese Republic|Lebanese|Beirut
        LI|Liechtenstein||
        LK|Sri Lanka|Lankan Lankans|Colombo
        LR|Liberia|Liberian Liberians|Monrovia
        LS|Lesotho|Basotho|Maseru
        LT|Lithuania|Lithuanian Lithuanians|Vilnius
        LU|Luxembourg;Grand Duchy of Luxembourg|Luxembourgish Luxembourger Luxembourgers|
        LV|Latvia|Latvian Latvians|Riga
        LY|Libya|Libyan Libyans|Tripoli
        MA|Morocco;Kingdom of Morocco|Moroccan Moroccans|Rabat
        MC|Monaco|Monegasque|
        MD|Moldova;Republic of Moldova|Moldovan Moldovans|Chisinau
        ME|Montenegro|Montenegrin Montenegrins|Podgorica
        MG|Madagascar|Malagasy|Antananarivo
        MH|Marshall Islands|Marshallese|
        MK|North Macedonia;Macedonia|Macedonian Macedonians|Skopje
        ML|Mali|Malian Malians|Bamako
        MM|Myanmar;Burma|Burmese|Naypyidaw
        MN|Mongolia|Mongolian Mongolians|Ulan Bator
        MO|Macao;Macau|Macanese|
        MR|Mauritania|Mauritanian Mauritanians|Nouakchott
        MT|Malta|Maltese|Valletta
        MU|Mauritius|Mauritian Mauritians|Port Louis
        MV|Maldives|Maldivian Maldivians|
        MW|Malawi|Malawian Malawians|Lilongwe
        MX|Mexico;United Mexican States|Mexican Mexicans|Mexico City
        MY|Malaysia|Malaysian Malaysians|Kuala Lumpur
        MZ|Mozambique|Mozambican Mozambicans|Maputo
        NA|Namibia|Namibian Namibians|Windhoek
        NE|Niger|Nigerien Nigeriens|Niamey
        NG|Nigeria;Federal Republic of Nigeria|Nigerian Nigerians|Abuja
        NI|Nicaragua|Nicaraguan Nicaraguans|Managua
        NL|Netherlands;Holland;Kingdom of the Netherlands|Dutch Dutchman Dutchmen|Amsterdam
        NO|Norway;Kingdom of Norway|Norwegian Norwegians|Oslo
        NP|Nepal|Nepalese Nepali Nepalis|Kathmandu
        NR|Nauru|Nauruan Nauruans|
        NZ|New Zealand|Zealander Zealanders Kiwi Kiwis|Wellington
        OM|Oman|Omani Omanis|Muscat
        PA|Panama|Panamanian Panamanians|Panama City
        PE|Peru|Peruvian Peruvians|Lima
        PG|Papua New Guinea||Port Moresby
        PH|Philippines|Philippine Filipino Filipinos|Manila
        PK|Pakistan;Islamic Republic of Pakistan|Pakistani Pakistanis|Islamabad
        PL|Poland|Polish Pole Poles|Warsaw
        PR|Puerto Rico||San Juan
        PS|Palestine;State of Palestine;Palestinian territories;Palestinian Territories|Palestinian Palestinians|Ramallah
        PT|Portugal|Portuguese|Lisbon
        PW|Palau|Palauan Palauans|
        PY|Paraguay|Paraguayan Paraguayans|Asuncion
        QA|Qatar|Qatari Qataris|Doha
        RO|Romania|Romanian Romanians|Bucharest
        RS|Serbia|Serbian Serbians Serb Serbs|Belgrade
        RU|Russia;Russian Federation|Russian Russians|Moscow
        RW|Rwanda|Rwandan Rwandans|Kigali
        SA|Saudi Arabia;Kingdom of Saudi Arabia|Saudi Saudis|Riyadh
        SB|Solomon Islands||Honiara
        SC|Seychelles|Seychellois|Victoria
        SD|Sudan|Sudanese|Khartoum
        SE|Sweden;Kingdom of Sweden|Swedish Swede Swedes|Stockholm
        SG|Singapore|Singaporean Singaporeans|
        SI|Slovenia|Slovenian Slovenians Slovene Slovenes|Ljubljana
        SK|Slovakia;Slovak Republic|Slovak Slovaks Slovakian|Bratislava
        SL|Sierra Leone|Leonean Leoneans|Freetown
        SM|San Marino||
        SN|Senegal|Senegalese|Dakar
        SO|Somalia|Somali Somalis Somalian|Mogadishu
        SR|Suriname|Surinamese|Paramaribo
        SS|South Sudan|South-Sudanese|Juba
        ST|Sao Tome and Principe||
        SV|El Salvador|Salvadoran Salvadorans Salvadorean|San Salvador
        SY|Syria;Syrian Arab Republic|Syrian Syrians|Damascus
        SZ|Eswatini;Swaziland|Swazi Swazis|Mbabane
        TD|Chad|Chadian Chadians|N'Djamena
        TG|Togo|Togolese|Lome
        TH|Thailand;Kingdom of Thailand|Thai Thais|Bangkok
        TJ|Tajikistan|Tajik Tajiks|Dushanbe
        TL|Timor-Leste;East Timor|Timorese|Dili
        TM|Turkmenistan|Turkmen|Ashgabat
        TN|Tunisia|Tunisian Tunisians|Tunis
        TO|Tonga|Tongan Tongans|
        TR|Turkey;Türkiye;Republic of Turkey|Turkish Turk Turks|Ankara
        TT|Trinidad and Tobago|Trinidadian Trinidadians|Port of Spain
        TV|Tuvalu|Tuvaluan|
        TW|Taiwan;Republic of China|Taiwanese|Taipei
        TZ|Tanzania|Tanzanian Tanzanians|Dodoma
        UA|Ukraine|Ukrainian Ukrainians|Kyiv
        UG|Uganda|Ugandan Ugandans|Kampala
        US|United States;US;U.S.;USA;U.S.A.;United States of America;America|American Americans|Washington
        UY|Uruguay|Uruguayan Uruguayans|Montevideo
        UZ|Uzbekistan|Uzbek Uzbeks|Tashkent
        VA|Vatican City;Holy See;Vatican||
        VE|Venezuela|Venezuelan Venezuelans|Caracas
        VN|Vietnam;Viet Nam|Vietnamese|Hanoi
        VU|Vanuatu|Vanuatuan|Port Vila
        WS|Samoa|Samoan Samoans|Apia
        XK|Kosovo|Kosovan Kosovar Kosovars|Pristina
        YE|Yemen;Republic of Yemen|Yemeni Yemenis|Sanaa
        ZA|South Africa|South-African|Pretoria
        ZM|Zambia|Zambian Zambians|Lusaka
        ZW|Zimbabwe|Zimbabwean Zimbabweans|Harare
        """

    /// Peoples and faiths that belong to no one country.
    static let peoples = """
        Arab Arabs Arabic Kurd Kurds Kurdish European Europeans African Africans Asian Asians Latino Latinos Hispanic Jew Jews Jewish
        Christian Christians Muslim Muslims Moslem Moslems Islamic Islamist Islamists Sunni Sunnis Shia Shiite Shiites Shi'ite Shi'ites
        Catholic Catholics Protestant Protestants Hindu Hindus Buddhist Buddhists Sikh Sikhs Yazidi Yazidis Yezidi Yezidis Soviet
        Western Tibetan Tibetans Chechen Chechens Basque Basques Catalan Catalans Hutu Hutus Tutsi Tutsis Tamil Tamils Pashtun
        Pashtuns Uighur Uighurs Uyghur Uyghurs Rohingya Democrat Democrats Democratic Republican Republicans Communist Communists
        Conservative Conservatives Liberal Liberals Orthodox Mormon Mormons Alawite Alawites Druze Coptic Copts Yugoslav Yugoslavs
        """
}
