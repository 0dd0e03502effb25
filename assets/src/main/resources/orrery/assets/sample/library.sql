-- The sample: a library of six houses, from its oldest book to its last loan.
--
-- Plain SQL for SQLite 3.40 and later, to be run whole on an empty database; every statement ends at the end of a line. It
-- has three parts: the tables, the words that names and titles are made of, and the rows. The rows look like chance but
-- are not: all chance comes from the table `dice`, which is filled by Lehmer's generator from fixed seeds, and today is
-- always 31 January 2026. So two runs give the same library, to the letter.
--
-- Its people, publishers and books are made up.

SAVEPOINT library;

------------------------------------------------------------------------------------------------------------------------
-- 1. Tables
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE country (
  code CHAR(2) NOT NULL PRIMARY KEY CHECK (length(code) = 2),
  name VARCHAR(40) NOT NULL UNIQUE
);

CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL UNIQUE,
  native_name VARCHAR(80),                                  -- as written at home, where that is not in Latin letters
  born DATE,
  died DATE CHECK (died > born),
  country_id CHAR(2) REFERENCES country (code)
);

CREATE TABLE biography (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL UNIQUE REFERENCES author (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  links JSON NOT NULL DEFAULT '[]' CHECK (json_valid(links)),
  checked_on DATE
);

CREATE TABLE publisher (
  id INTEGER PRIMARY KEY,
  name VARCHAR(60) NOT NULL UNIQUE,
  city VARCHAR(40) NOT NULL,
  country_id CHAR(2) NOT NULL REFERENCES country (code),
  founded INTEGER CHECK (founded BETWEEN 1400 AND 2100),
  website VARCHAR(120)
);

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  parent_id INTEGER REFERENCES category (id),
  UNIQUE (parent_id, name)
);

CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title VARCHAR(200) NOT NULL CHECK (title <> ''),
  subtitle VARCHAR(200),                                    -- '' where it has none, NULL where nobody looked
  isbn CHAR(13) UNIQUE CHECK (length(isbn) = 13),           -- there was none before 1970
  language CHAR(2) NOT NULL DEFAULT 'en',
  published DATE,
  decade INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y', published) AS INTEGER) / 10 * 10) VIRTUAL,
  pages INTEGER CHECK (pages > 0),
  price DECIMAL(8, 2) NOT NULL CHECK (price >= 0),
  rating DECIMAL(3, 2) CHECK (rating BETWEEN 1 AND 5),      -- the mean of its reviews
  in_print BOOLEAN NOT NULL DEFAULT 1 CHECK (in_print IN (0, 1)),
  summary TEXT,
  details JSON CHECK (details IS NULL OR json_valid(details)),
  cover BLOB,                                               -- a GIF of some hundred bytes
  publisher_id INTEGER REFERENCES publisher (id) ON DELETE SET NULL,
  category_id INTEGER NOT NULL REFERENCES category (id),
  added_at DATETIME NOT NULL
);

CREATE TABLE book_authors (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE,
  author_id INTEGER NOT NULL REFERENCES author (id),
  position INTEGER NOT NULL DEFAULT 1 CHECK (position > 0),
  role VARCHAR(12) NOT NULL DEFAULT 'author' CHECK (role IN ('author', 'translator', 'illustrator', 'editor')),
  UNIQUE (book_id, author_id)
);

CREATE TABLE house (
  id INTEGER PRIMARY KEY,
  name VARCHAR(50) NOT NULL UNIQUE,
  address VARCHAR(255) NOT NULL,
  opened DATE NOT NULL,
  main_room_id INTEGER UNIQUE REFERENCES room (id) ON DELETE SET NULL
);

CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  floor INTEGER NOT NULL DEFAULT 0,
  seats INTEGER CHECK (seats >= 0),
  UNIQUE (house_id, name)
);

CREATE TABLE opening_hours (
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
  opens TIME NOT NULL,
  closes TIME NOT NULL CHECK (closes > opens),
  PRIMARY KEY (house_id, weekday)
) WITHOUT ROWID;

CREATE TABLE employee (
  id INTEGER PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  position VARCHAR(40) NOT NULL,
  boss_id INTEGER REFERENCES employee (id) ON DELETE SET NULL,
  house_id INTEGER REFERENCES house (id),
  hired DATE NOT NULL,
  salary DECIMAL(9, 2) NOT NULL CHECK (salary > 0)
);

CREATE TABLE reader (
  id INTEGER PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  card CHAR(8) NOT NULL UNIQUE,
  email VARCHAR(120) UNIQUE,
  born DATE,
  joined DATE NOT NULL,
  active BOOLEAN NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  balance DECIMAL(7, 2) NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT '',
  preferences JSON CHECK (preferences IS NULL OR json_valid(preferences))
);

CREATE TABLE reader_houses (
  reader_id INTEGER NOT NULL REFERENCES reader (id) ON DELETE CASCADE,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  PRIMARY KEY (reader_id, house_id)
) WITHOUT ROWID;

CREATE TABLE copy (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE,
  number INTEGER NOT NULL DEFAULT 1 CHECK (number > 0),
  barcode CHAR(10) NOT NULL UNIQUE,
  room_id INTEGER REFERENCES room (id) ON DELETE SET NULL,  -- NULL where nobody knows where it stands
  condition VARCHAR(8) NOT NULL DEFAULT 'good' CHECK (condition IN ('new', 'good', 'worn', 'damaged')),
  acquired DATE NOT NULL,
  paid DECIMAL(8, 2),                                       -- NULL for a gift
  UNIQUE (book_id, number)
);

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copy (id),
  reader_id INTEGER NOT NULL REFERENCES reader (id),
  employee_id INTEGER REFERENCES employee (id),             -- NULL where the reader took it at the machine
  taken DATETIME NOT NULL,
  due DATE NOT NULL,
  returned DATETIME CHECK (returned >= taken),
  fine DECIMAL(6, 2) NOT NULL DEFAULT 0 CHECK (fine >= 0)
);

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE,
  reader_id INTEGER NOT NULL REFERENCES reader (id) ON DELETE CASCADE,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text TEXT,
  written DATETIME NOT NULL,
  UNIQUE (book_id, reader_id)
);

CREATE TABLE content_type (
  id INTEGER PRIMARY KEY,
  app_label VARCHAR(40) NOT NULL,
  model VARCHAR(40) NOT NULL,
  UNIQUE (app_label, model)
);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name VARCHAR(30) NOT NULL UNIQUE,
  colour CHAR(7)
);

CREATE TABLE tagged_item (
  id INTEGER PRIMARY KEY,
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  content_type_id INTEGER NOT NULL REFERENCES content_type (id) ON DELETE CASCADE,
  object_id INTEGER NOT NULL CHECK (object_id > 0),         -- the key of a row of the table that content_type names
  tagged_by_id INTEGER REFERENCES employee (id) ON DELETE SET NULL,
  UNIQUE (tag_id, content_type_id, object_id)
);

-- Every foreign key has an index, but one: loan.reader_id. The plan of a query over a reader's loans shows it.
CREATE INDEX author_country ON author (country_id);
CREATE INDEX publisher_country ON publisher (country_id);
CREATE INDEX book_title ON book (title);
CREATE INDEX book_publisher ON book (publisher_id);
CREATE INDEX book_category ON book (category_id);
CREATE INDEX book_authors_author ON book_authors (author_id);
CREATE INDEX employee_boss ON employee (boss_id);
CREATE INDEX employee_house ON employee (house_id);
CREATE INDEX reader_houses_house ON reader_houses (house_id);
CREATE INDEX copy_room ON copy (room_id);
CREATE INDEX loan_copy ON loan (copy_id);
CREATE INDEX loan_employee ON loan (employee_id);
CREATE INDEX loan_out ON loan (due) WHERE returned IS NULL;
CREATE INDEX review_reader ON review (reader_id);
CREATE INDEX tagged_item_object ON tagged_item (content_type_id, object_id);
CREATE INDEX tagged_item_tagged_by ON tagged_item (tagged_by_id);

CREATE VIEW overdue AS
  SELECT loan.id, book.title, reader.name AS reader, loan.due,
         CAST(julianday('2026-01-31') - julianday(loan.due) AS INTEGER) AS days
  FROM loan
  JOIN copy ON copy.id = loan.copy_id
  JOIN book ON book.id = copy.book_id
  JOIN reader ON reader.id = loan.reader_id
  WHERE loan.returned IS NULL AND loan.due < '2026-01-31';

------------------------------------------------------------------------------------------------------------------------
-- 2. Chance and words
------------------------------------------------------------------------------------------------------------------------

-- One throw a row, eight dice a throw, each from 1 to 2147483646.
CREATE TEMP TABLE dice (n INTEGER PRIMARY KEY, a, b, c, d, e, f, g, h);
INSERT INTO dice
  WITH RECURSIVE throw (n, a, b, c, d, e, f, g, h) AS (
    SELECT 1, 1160730881, 427138007, 1918273645, 86420975, 1357924680, 2019283746, 606162439, 998877665
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647, b * 69621 % 2147483647, c * 39373 % 2147483647, d * 16807 % 2147483647,
           e * 742938285 % 2147483647, f * 950706376 % 2147483647, g * 1226874159 % 2147483647, h * 62089911 % 2147483647
    FROM throw WHERE n < 27000
  )
  SELECT * FROM throw;

-- Lists of words by name, each a JSON array, so that `words ->> (a % n)` is one of them.
CREATE TEMP TABLE list (name TEXT PRIMARY KEY, words TEXT, n INTEGER);

-- Names: given and family names by language. What follows `=` is the name in its own letters.
INSERT INTO list (name, words)
  SELECT column1, '["' || replace(replace(column2, '"', '\"'), '|', '","') || '"]'
  FROM (VALUES
    ('given en', 'Ada|Agnes|Alice|Arthur|Beatrix|Bram|Cecily|Clement|Cora|Daphne|Edith|Edmund|Eleanor|Esme|Ezra|Felix|Flora|Frances|Gideon|Grace|Harriet|Hazel|Hugh|Imogen|Iris|Isaac|Ivy|Jasper|June|Kit|Leonora|Lionel|Lucian|Mabel|Martha|Maud|Miles|Moira|Nell|Nora|Olive|Oscar|Percy|Phoebe|Quentin|Ralph|Rosalind|Rowan|Rufus|Sadie|Silas|Sylvia|Theodora|Thomas|Una|Verity|Walter|Winifred|Wren|Zachary'), ('family en', 'Abernathy|Ainsworth|Alderton|Ashdown|Barrow|Bellweather|Birch|Blackwood|Brightwell|Calloway|Carrick|Chadwick|Cobb|Coldwell|Crane|Darrow|Dunmore|Eastlake|Fairweather|Fenwick|Finch|Fitzgerald|Garland|Goodchild|Greaves|Hale|Hartley|Hollis|Hawthorn|Kettering|Kincaid|Larkin|Lockhart|Loxley|MacAllister|Marlow|Merriweather|Northcott|O''Brien|O''Hara|Pemberton|Penhallow|Prewitt|Quill|Radcliffe|Ravenscroft|Rook|Sefton|Stoddard|Sutherland|Tarrant|Thorne|Tolliver|Underhill|Vance|Wainwright|Whitlock|Winslow|Wolfe|Yardley'),
    ('given fr', 'Adèle|Aimée|Anaïs|Apolline|Bastien|Benoît|Camille|Céleste|Chloé|Clémence|Édouard|Éloïse|Étienne|Fabrice|François|Geneviève|Guillaume|Hélène|Inès|Jérôme|Léa|Léonie|Loïc|Manon|Mathilde|Noémie|Océane|Raphaël|Rémi|Solène|Théo|Zoé'), ('family fr', 'Aubry|Bérenger|Blanchard|Bonnefoy|Carpentier|Chevallier|d''Aubigny|Delacroix|Desrosiers|Dubois-Laurent|Duchêne|Fontaine|Gauthier|Lacombe|Lefèvre|Lemaître|Marchand|Mercier|Montclair|Noël|Pelletier|Perrault-Roche|Rousselet|Saint-Clair|Tessier|Vasseur'),
    ('given de', 'Anneliese|Björn|Christoph|Dörte|Elke|Emil|Friederike|Georg|Gisela|Götz|Heike|Ingeborg|Jürgen|Käthe|Konrad|Lieselotte|Lutz|Mechthild|Moritz|Ottilie|Rüdiger|Sören|Thekla|Ulrich|Ursula|Wiebke'), ('family de', 'Ackermann|Brandstätter|Böhm|Dürrenberg|Engelhardt|Feldmann|Fröhlich|Grünwald|Hölzl|Jäger|Kästle|Köhler|Krüger|Lindqvist|Löwenthal|Möller|Nußbaum|Oberhuber|Pfeiffer|Rosenbaum|Schönfeld|Strauß|Tannhäuser|von Rabenau|Weiß|Zöllner'),
    ('given es', 'Alejandra|Amparo|Andrés|Begoña|Carmen|Concepción|Diego|Esperanza|Fermín|Gonzalo|Inés|Íñigo|Joaquín|José María|Lucía|Matías|Nuria|Óscar|Pilar|Ramón|Remedios|Rocío|Soledad|Tomás|Úrsula|Ximena'), ('family es', 'Álvarez Mora|Arizmendi|Benítez|Castañeda|Cifuentes|de la Vega|Domínguez Rey|Echeverría|Espinosa|Fuentes|Gálvez|Ibáñez|Larraín|Luján|Marqués|Montoya|Núñez del Prado|Ordóñez|Peña|Quiroga|Rincón|Saldívar|Ugarte|Valdés|Villaseñor|Zúñiga'),
    ('given it', 'Alessandra|Beatrice|Carlo|Chiara|Donatella|Elio|Fiammetta|Giacomo|Ginevra|Lorenzo|Ludovica|Matteo|Niccolò|Ornella|Rocco|Silvia|Tommaso|Vittoria'), ('family it', 'Bellandi|Bianchini|Caruso|Colonna|D''Angelo|De Santis|Fabbri|Ferrante|Gallo|Lombardi|Marchetti|Montanari|Orsini|Pellegrini|Rinaldi|Salvatore|Tedesco|Zanetti'),
    ('given pt', 'Afonso|Beatriz|Conceição|Duarte|Fátima|Gonçalo|Helena|Inês|João|Leonor|Luís|Mafalda|Nuno|Rosália|Simão|Tomé'), ('family pt', 'Albuquerque|Antunes|Bragança|Carvalho|Conceição|da Silva|de Araújo|dos Santos|Falcão|Gouveia|Magalhães|Noronha|Peixoto|Sá-Carneira|Tavares|Vasconcelos'),
    ('given nordic', 'Åsa|Astrid|Birgitta|Bjørn|Einar|Freyja|Gudrún|Halldór|Håkan|Ingrid|Jørgen|Kaisa|Liv|Märta|Nils|Øystein|Pía|Ragnhild|Saga|Søren|Þórdís|Väinö'), ('family nordic', 'Åkesson|Bergström|Dahlgren|Ekelöf|Fjeld|Grønning|Håkansson|Isaksen|Jóhannsdóttir|Kjærgaard|Lähdesmäki|Mikkelsen|Nygård|Ødegaard|Ryghaug|Sjöberg|Sørensen|Tómasson|Ulfsdóttir|Virtanen|Wåhlin'),
    ('given pl', 'Agnieszka|Bogusław|Celina|Dobrosława|Elżbieta|Grażyna|Jadwiga|Łucja|Małgorzata|Mieczysław|Stanisław|Świętosław|Wisława|Włodzimierz|Zdzisław|Żaneta'), ('family pl', 'Baran|Dąbek|Gąska|Gołąb|Jabłoń|Kaczmarek|Kołodziej|Kowalczyk|Mazur|Nowak|Pająk|Sikora|Świątek|Wójcik|Zając|Żuraw'),
    ('given cs', 'Bohumil|Čeněk|Dušan|Jiří|Květa|Ludmila|Ondřej|Růžena|Štěpán|Vojtěch|Zdeňka|Žofie'), ('family cs', 'Dolejší|Horní|Jirků|Kočí|Krejčí|Martinů|Pavlů|Petrů|Šerých|Tichý-Janů'),
    ('given uk', 'Anna=Анна|Bohdan=Богдан|Halyna=Галина|Dmytro=Дмитро|Yevhen=Євген|Zoia=Зоя|Ivan=Іван|Kateryna=Катерина|Lesia=Леся|Mykola=Микола|Oksana=Оксана|Serhii=Сергій|Taras=Тарас|Yuliia=Юлія'), ('family uk', 'Bondarenko=Бондаренко|Dovzhenko=Довженко|Hrynko=Гринько|Ivanchuk=Іванчук|Kovalenko=Коваленко|Lysenko=Лисенко|Marchuk=Марчук|Petrenko=Петренко|Shevchuk=Шевчук|Tkach=Ткач|Yurchenko=Юрченко'),
    ('given ru', 'Alexei=Алексей|Varvara=Варвара|Galina=Галина|Yelena=Елена|Kirill=Кирилл|Lev=Лев|Marina=Марина|Nadezhda=Надежда|Pyotr=Пётр|Sofia=Софья|Tatiana=Татьяна|Fyodor=Фёдор'), ('family ru', 'Belykh=Белых|Chernykh=Черных|Dolgikh=Долгих|Zhukovskikh=Жуковских|Kutuz=Кутуз|Makhno-Sedykh=Махно-Седых|Poltoranin-Rey=Полторанин-Рей|Sedykh=Седых|Tretyak=Третьяк|Shvets=Швец'),
    ('given el', 'Eleni=Ελένη|Ifigenia=Ιφιγένεια|Katerina=Κατερίνα|Kostas=Κώστας|Manolis=Μανώλης|Nikos=Νίκος|Petros=Πέτρος|Sappho=Σαπφώ|Stelios=Στέλιος|Zoi=Ζωή'), ('family el', 'Alexiou=Αλεξίου|Dimou=Δήμου|Georgiou=Γεωργίου|Ioannou=Ιωάννου|Kyriakou=Κυριάκου|Nikolaou=Νικολάου|Stavrou=Σταύρου|Vasileiou=Βασιλείου'),
    ('given tr', 'Ayşe|Bülent|Çağla|Defne|Gökçe|Gülümser|İlhan|Nazlı|Oğuz|Şebnem|Tomris|Yaşar'), ('family tr', 'Akçay|Bozdağ|Çelik|Demirtaş|Erdoğdu|Güneş|Işık|Kılıç|Özgür|Şimşek|Yıldız'),
    ('given ar', 'Amina=أمينة|Farid=فريد|Ghada=غادة|Hanan=حنان|Ibrahim=إبراهيم|Khalil=خليل|Layla=ليلى|Nadia=نادية|Salma=سلمى|Tariq=طارق|Yusuf=يوسف|Zaynab=زينب'), ('family ar', 'al-Amin=الأمين|al-Bahri=البحري|Darwish-Nur=درويش نور|Haddad=حداد|al-Khatib=الخطيب|Mansour=منصور|al-Najjar=النجار|Qabbani-Saad=قباني سعد|Sabbagh=صباغ|Zahran=زهران'),
    ('given fa', 'Arash=آرش|Forugh=فروغ|Golnaz=گلناز|Mahsa=مهسا|Parviz=پرویز|Shirin=شیرین|Simin=سیمین'), ('family fa', 'Ahmadi=احمدی|Daneshmand=دانشمند|Golshan=گلشن|Nikzad=نیک‌زاد|Rostami=رستمی|Yazdani=یزدانی'),
    ('given he', 'Avital=אביטל|Dov=דב|Noa=נועה|Tamar=תמר|Uri=אורי|Yehuda=יהודה|Zelda=זלדה'), ('family he', 'Ben-Ami=בן־עמי|Carmeli=כרמלי|Golan=גולן|Levin=לוין|Peled=פלד|Shachar=שחר'),
    ('given hi', 'Amrita=अमृता|Dev=देव|Ila=इला|Kabir=कबीर|Lalita=ललिता|Mohan=मोहन|Nirmala=निर्मला|Rohini=रोहिणी|Vikram=विक्रम|Yamini=यामिनी'), ('family hi', 'Bhattacharya=भट्टाचार्य|Chaturvedi=चतुर्वेदी|Deshpande=देशपांडे|Iyer=अय्यर|Joshi=जोशी|Kulkarni=कुलकर्णी|Mukherjee=मुखर्जी|Nair=नायर|Trivedi=त्रिवेदी|Verma=वर्मा'),
    ('given zh', 'Bai=白|Chunhua=春华|Fan=凡|Guoqiang=国强|Hong=虹|Jing=静|Lan=兰|Meilin=美琳|Ning=宁|Shu=舒|Wen=文|Xiaolan=小岚|Yan=燕|Zihan=子涵'), ('family zh', 'Cao=曹|Deng=邓|Fang=方|Gao=高|Han=韩|Liang=梁|Lu=陆|Qian=钱|Shen=沈|Tang=唐|Wang=王|Xu=徐|Zhao=赵|Zhou=周'),
    ('given ja', 'Akiko=晶子|Chihiro=千尋|Fuyuko=冬子|Harumi=春美|Junpei=淳平|Kaoru=薫|Kenzo=健三|Mieko=美枝子|Natsume=夏芽|Osamu=修|Ryu=龍|Sayaka=彩香|Toshio=俊夫|Yoshiko=佳子'), ('family ja', 'Aizawa=相沢|Fujimori=藤森|Hayashi=林|Ishikawa=石川|Kawabe=川辺|Kurosaki=黒崎|Minami=南|Nakahara=中原|Ogawa=小川|Sakamoto=坂本|Takeda=武田|Ueda=上田|Yanagi=柳'),
    ('given ko', 'Eun-ji=은지|Ji-young=지영|Min-ho=민호|Seo-yeon=서연|Tae-yang=태양|Yun-seo=윤서'), ('family ko', 'Baek=백|Choi=최|Han=한|Jang=장|Kim=김|Park=박|Shin=신|Yoon=윤'),
    ('given ng', 'Adaeze|Babátúndé|Chidi|Ebele|Folákẹ́|Ifeoma|Kẹ́hìndé|Nnamdi|Olúfẹ́mi|Sefi|Táíwò|Uchenna|Yétúndé'), ('family ng', 'Achike|Adébáyọ̀|Balógun|Chukwu|Ezeudu|Ìdòwú|Nwosu|Okafor|Okonjo|Onwuatuegwu|Ọlátúnjí|Uzoma'),
    ('given hu', 'Ágnes|Béla|Csilla|Dezső|Erzsébet|Ferenc|Gyöngyi|Ödön|Piroska|Zsófia'), ('family hu', 'Bárány|Csáky|Erdős|Gárdonyi|Hegedűs|Kőszegi|Márai-Tóth|Szőllősi|Újhelyi|Vörös'),
    ('given vi', 'Bảo|Diễm|Hương|Linh|Minh|Thuận|Trang'), ('family vi', 'Đặng|Đoàn|Lê|Nguyễn|Phạm|Trần|Vũ')
  );

-- The languages of authors: how many of a hundred, their countries, whether the family name comes first, and the
-- language in which they write.
CREATE TEMP TABLE culture (name TEXT PRIMARY KEY, first INTEGER, last INTEGER, countries TEXT, family_first, language);
INSERT INTO culture
  SELECT column1, sum(column2) OVER (ORDER BY column1) - column2, sum(column2) OVER (ORDER BY column1) - 1,
         column3, column4, column5
  FROM (VALUES
    ('en', 26, '["GB","US","IE","GB","CA","AU","US","NZ","GB","ZA"]', 0, 'en'), ('fr', 8, '["FR","FR","BE","FR","SN","CA","CH"]', 0, 'fr'),
    ('de', 8, '["DE","AT","DE","CH","DE"]', 0, 'de'), ('es', 8, '["ES","MX","AR","CO","CL","PE"]', 0, 'es'),
    ('it', 5, '["IT"]', 0, 'it'), ('pt', 4, '["PT","BR","BR","AO"]', 0, 'pt'), ('nordic', 7, '["SE","NO","DK","IS","FI"]', 0, 'sv'),
    ('pl', 3, '["PL"]', 0, 'pl'), ('cs', 2, '["CZ"]', 0, 'cs'), ('uk', 2, '["UA"]', 0, 'uk'), ('ru', 2, '["RU"]', 0, 'ru'),
    ('el', 2, '["GR","CY"]', 0, 'el'), ('tr', 2, '["TR"]', 0, 'tr'), ('ar', 3, '["EG","LB","MA"]', 0, 'ar'),
    ('fa', 1, '["IR"]', 0, 'fa'), ('he', 1, '["IL"]', 0, 'he'), ('hi', 3, '["IN"]', 0, 'hi'), ('zh', 3, '["CN","TW"]', 1, 'zh'),
    ('ja', 4, '["JP"]', 1, 'ja'), ('ko', 1, '["KR"]', 1, 'ko'), ('ng', 3, '["NG"]', 0, 'en'), ('hu', 1, '["HU"]', 1, 'hu'),
    ('vi', 1, '["VN"]', 1, 'vi')
  );

-- Titles: templates by kind of book, and what goes into their gaps.
INSERT INTO list (name, words)
  SELECT column1, '["' || replace(replace(column2, '"', '\"'), '|', '","') || '"]'
  FROM (VALUES
    ('title fiction', 'The {adj} {noun}|The {noun} of {thing}|{thing} and {other}|The {person} of {place}|The {person}''s {kin}|What the {noun} {verb}|{number} {adj} {plural}|{plural} from {place}|A {noun} in {place}|The {noun} beneath the {noun2}|All the {adj} {plural}|After the {adj} {noun}|The Last {person} of {place}|My {kin} the {person}|Nobody''s {adj} {noun}|{place}, in {thing}|The {adj} {person}|{number} {plural} before {place}|A {noun} of {thing} and {other}|The {kin} in the {noun}'),
    ('title crime', 'Death in {place}|The {person} Who Never Left|Murder at the {adj} {noun}|A {adj} {noun} for the Dead|The {number} {plural} Affair|Cold {thing}|The {place} {noun} Murders|The {adj} Witness of {place}|No Alibi for the {person}|The {person}''s Last {noun}|Blood and {thing}|Who Buried the {person} of {place}?'),
    ('title wonder', 'The {noun} at the End of {thing}|{number} Moons of {place2}|The {adj} Star of {place2}|Children of {thing} and {other}|A Crown of {thing} and {other}|The {person} of {place2}|{place2} in {thing}|The {noun} between {number} Worlds|The {adj} Engine of {place2}|Orbit of {thing}|The {adj} {place2} Cycle|Dragons of the {adj} {noun}|The Last {person} on {place2}'),
    ('title poems', 'Poems for a {adj} {noun}|{thing}, {other}: Poems|{adj} {plural}|The {adj} {noun} Sonnets|Songs of {thing} and {other}|Elegy with {number} {plural}|{number} Ways to Leave {place}|Almanac of {adj} {plural}|{plural} in {thing}'),
    ('title children', 'The {adj} {animal} Who Would Not Sleep|{number} Little {animals} in {place}|The {animal} and the {noun}|Good Night, {adj} {noun}|Where Is the {adj} {animal}?|The {person}''s {animal}|{number} {animals} in the {noun}|A {animal} Comes to {place}|The Very {adj} {animal}|{animals} and {thing}'),
    ('title facts', 'A Short History of {topic}|The Art of {topic}|On {topic}|{topic}: An Introduction|Understanding {topic}|The Secret Life of {topic}|A Field Guide to {topic}|Notes on {topic}|The World in {number} {plural}: {topic}|{topic} in {place}|Thinking about {topic}|The Handbook of {topic}|Letters on {topic}|{topic} for the {adj} Reader|{topic} and {thing}|The {person}''s Book of {topic}|Of {topic} and {plural}|The {adj} History of {topic}|How One {person} Thinks about {topic}|{number} {plural} of {topic}|{topic} from {place} to {place3}|The {noun} and {topic}'),
    ('adj', 'Quiet|Amber|Hollow|Patient|Crooked|Silver|Forgotten|Slow|Salt-White|Burning|Borrowed|Distant|Tender|Winter|Midnight|Broken|Golden|Unfinished|Invisible|Restless|Paper|Northern|Sleeping|Wild|Blue|Secret|Lost|Bitter|Gentle|Hidden|Second|Long|Bright|Narrow|Scarlet|Empty|Small|Green|Iron|Honest'),
    ('noun', 'Harbour|Garden|River|House|Orchard|Lighthouse|Window|Bridge|Winter|Archive|Island|Mirror|Staircase|Observatory|Ferry|Kitchen|Mountain|Clock|Library|Well|Train|Door|Market|Forest|Atlas|Cathedral|Theatre|Meadow|Border|Afternoon|Room|Tide|Tower|Voyage|Wedding|Silence|Hour|Valley'),
    ('thing', 'Salt|Glass|Ash|Rain|Honey|Iron|Smoke|Snow|Light|Dust|Bread|Silk|Thunder|Ink|Amber|Moss|Paper|Sand|Bone|Echoes|Feathers|Gold|Ivory|Mercy|Silence|Wool|Water|Sleep|Stone|Thorn|Tin|Wax|Memory|Fire|Milk|Copper'),
    ('person', 'Clockmaker|Cartographer|Beekeeper|Ferryman|Translator|Astronomer|Bookbinder|Glassblower|Postmistress|Organist|Gravedigger|Locksmith|Botanist|Piano Tuner|Lighthouse Keeper|Seamstress|Archivist|Baker|Juggler|Surgeon|Weaver|Magistrate|Smuggler|Governess|Typesetter|Lamplighter|Violinist|Orphan'),
    ('kin', 'Daughter|Apprentice|Widow|Ghost|Notebook|Secret|Brother|Wife|Garden|Dream|Shadow|Mother|Promise|Son|Silence|Lover|Debt|Dog'),
    ('verb', 'Remembers|Forgets|Knows|Keeps|Carries|Hides|Left Behind|Wants|Told Me|Swallowed|Saw|Owes'),
    ('number', 'Two|Three|Four|Five|Seven|Nine|Eleven|Twelve|Thirteen|Forty|A Hundred|A Thousand'),
    ('plural', 'Lanterns|Letters|Sparrows|Winters|Bridges|Sisters|Doors|Rivers|Maps|Keys|Sundays|Gardens|Strangers|Bells|Clocks|Orchards|Mirrors|Islands|Debts|Horses|Nights|Recipes'),
    ('place', 'Lisbon|Trieste|Kraków|Valparaíso|Odesa|Kyoto|Tangier|Bergen|Buenos Aires|Sarajevo|Calcutta|Reykjavík|Palermo|Dakar|Izmir|Hanoi|Bruges|Lagos|Saint-Malo|Tbilisi|Cádiz|Galway|Zürich|Alexandria|Havana|Córdoba|Tromsø|Samarkand|Thessaloniki|Montréal'),
    ('place2', 'Ganymede|Ceres|Aldebaran|Europa|Ysmere|Tau Ceti|Karth|Enceladus|Vael|Proxima|Umbriel|Orrun|Halcyon|Thessaly Station'),
    ('animal', 'Hedgehog|Otter|Owl|Fox|Whale|Badger|Goose|Elephant|Snail|Penguin|Bear|Mouse|Tortoise|Crow'),
    ('animals', 'Hedgehogs|Otters|Owls|Foxes|Whales|Badgers|Geese|Elephants|Snails|Penguins|Bears|Mice|Tortoises|Crows'),
    ('subtitle', 'A Novel|A Novel|A Novel|A Romance|With Drawings by the Author|Book One|Book Two|Book Three|An Investigation|A Winter''s Tale|In Four Letters')
  );

-- Titles in other languages: any head with any tail.
INSERT INTO list (name, words)
  SELECT column1, '["' || replace(column2, '|', '","') || '"]'
  FROM (VALUES
    ('head fr', 'La Maison|Le Jardin|L''Hiver|Les Heures|La Mer|Le Silence|Une chambre|Les Lettres|L''Île|La Nuit|Le Dernier Train|Les Enfants|Le Port|La Fenêtre|L''Horloger|La Mémoire'), ('tail fr', ' des ombres| de verre| sans nom| à Saint-Malo| des oiseaux| de sel et de cendre| d''après-guerre| au bord du fleuve| de ma mère| du dimanche'),
    ('head de', 'Das Haus|Der Garten|Die Stunde|Der Winter|Die Brücke|Das Schweigen|Ein Zimmer|Die Briefe|Der Uhrmacher|Die Nacht|Der letzte Zug|Das Gedächtnis'), ('tail de', ' der Vögel| am Fluss| aus Glas| ohne Namen| von gestern| der Mutter| im Norden| für Anfänger| hinter dem Spiegel| der kleinen Könige| nach dem Regen'),
    ('head es', 'La casa|El jardín|El invierno|Las horas|El mar|El silencio|Una habitación|Las cartas|La isla|La noche|El último tren|El relojero'), ('tail es', ' de sal| sin nombre| de las sombras| de los pájaros| del sur| de mi madre| junto al río| de los domingos| de ceniza| y la lluvia'), ('head it', 'La casa|Il giardino|L''inverno|Le ore|Il silenzio|Una stanza|Le lettere|L''isola|La notte|L''ultimo treno'), ('tail it', ' di vetro| senza nome| degli uccelli| sul fiume| di mia madre| di sale| dell''orologiaio| della domenica'),
    ('head pt', 'A casa|O jardim|O inverno|As horas|O silêncio|Um quarto|As cartas|A ilha|A noite'), ('tail pt', ' de sal| sem nome| dos pássaros| à beira-rio| da minha mãe| de vidro| do relojoeiro| de domingo'), ('head sv', 'Huset|Trädgården|Vintern|Timmarna|Havet|Tystnaden|Breven|Ön|Natten|Klockmakaren|Fyren|Fönstret|Systrarna|Färjan'), ('tail sv', ' vid älven| av glas| utan namn| efter regnet| i norr| och fåglarna| på söndag| under isen| från Bergen| i oktober| utan fönster'),
    ('head pl', 'Dom|Ogród|Zima|Godziny|Morze|Cisza|Listy|Wyspa|Noc|Zegarmistrz'), ('tail pl', ' nad rzeką| ze szkła| bez imienia| i ptaki| po deszczu| mojej matki| w niedzielę'), ('head cs', 'Dům|Zahrada|Zima|Moře|Ticho|Dopisy|Ostrov|Noc|Hodinář'), ('tail cs', ' u řeky| ze skla| beze jména| a ptáci| po dešti| mé matky| v neděli'),
    ('head uk', 'Дім|Сад|Зима|Море|Тиша|Листи|Острів|Ніч|Годинникар'), ('tail uk', ' біля річки| зі скла| без імені| і птахи| після дощу| моєї матері| у неділю'), ('head ru', 'Дом|Сад|Зима|Море|Тишина|Письма|Остров|Ночь|Часовщик'), ('tail ru', ' у реки| из стекла| без имени| и птицы| после дождя| моей матери| в воскресенье'),
    ('head el', 'Το σπίτι|Ο κήπος|Ο χειμώνας|Η θάλασσα|Η σιωπή|Τα γράμματα|Το νησί|Η νύχτα'), ('tail el', ' δίπλα στο ποτάμι| από γυαλί| χωρίς όνομα| και τα πουλιά| μετά τη βροχή| της μητέρας μου'), ('head tr', 'Ev|Bahçe|Kış|Deniz|Sessizlik|Mektuplar|Ada|Gece|Saatçi'), ('tail tr', ' ve Nehir| ve Kuşlar|: Bir Roman| İstanbul''da| Yağmurdan Sonra| ve Annem| Camdan'),
    ('head ar', 'بيت|حديقة|شتاء|بحر|صمت|رسائل|جزيرة|ليلة'), ('tail ar', ' الملح| بلا اسم| النهر| الطيور| أمي| من زجاج| بعد المطر'), ('head fa', 'خانهٔ|باغ|زمستان|نامه‌های|سکوت|شب'), ('tail fa', ' شیشه‌ای| بی‌نام| کنار رود| پرندگان| مادرم| بعد از باران'),
    ('head he', 'הבית|הגן|החורף|המכתבים|האי|הלילה'), ('tail he', ' ליד הנהר| מזכוכית| ללא שם| והציפורים| אחרי הגשם| של אמי'), ('head hi', 'नदी का घर|काँच का बाग़|बिना नाम का शहर|बारिश के बाद|माँ की चिट्ठियाँ|चुप्पी'), ('tail hi', '| और चिड़ियाँ|: एक उपन्यास| और अन्य कहानियाँ| की रात'),
    ('head zh', '玻璃|寂静|无名|雨后|母亲|河边|盐'), ('tail zh', '之家|花园|的冬天|来信|小岛|之夜|与飞鸟|书店'), ('head ja', '硝子の|静かな|名前のない|雨のあとの|母の|川辺の|塩の|日曜日の'), ('tail ja', '庭|家|冬|手紙|島|夜|鳥たち|時計屋|図書館'),
    ('head ko', '유리|이름 없는|비 온 뒤의|어머니의|강가의|고요한'), ('tail ko', ' 정원| 집| 겨울| 편지| 섬| 밤| 새들'), ('head hu', 'A ház|A kert|A tél|A csend|A levelek|A sziget|Az éjszaka|Az órásmester'), ('tail hu', ' a folyónál| üvegből| név nélkül| és a madarak| eső után| vasárnap'),
    ('head vi', 'Ngôi nhà|Khu vườn|Mùa đông|Những lá thư|Hòn đảo|Đêm'), ('tail vi', ' bên sông| bằng thủy tinh| không tên| và những cánh chim| sau cơn mưa| của mẹ')
  );

-- Sentences: of summaries, lives and reviews.
INSERT INTO list (name, words)
  SELECT column1, '["' || replace(replace(column2, '"', '\"'), '|', '","') || '"]'
  FROM (VALUES
    ('summary', 'When the {person} of {place} dies without an heir, three strangers arrive with the same letter.|In {place}, in the last year before the war, a {person} keeps a record of everything that is said in one house.|Nobody in the valley speaks of the {noun}, until a child asks what is behind it.|This is the story of two sisters, one {noun}, and forty years of {thing}.|A {person} returns to {place} to sell the {noun} and finds that somebody is still living in it.|Told in letters, ledgers and recipes, it follows four generations who never quite leave {place}.|What begins as a walk along the border turns into a history of {thing}.|The author spent eleven years in the archives of {place}; this is what was not in them.|It explains, without a single formula, why {thing} behaves as it does.|Half of the town remembers the {noun} one way, half the other, and both are right.|There are {number} rules in the house of the {person}, and the last one is never written down.|“Read it slowly,” wrote the first reviewer, “and then give it to somebody you have wronged.”|With maps, a glossary and an afterword on the sources.|The second edition corrects the dates and adds a chapter on {place}.|A book about {thing}, and about what one does when there is none left.|Some will call it a novel; the {person} of the title calls it evidence.|Every chapter begins at the same {noun}, an hour later.|It was burnt in {place}, printed again in secret, and has never been out of print since.|Out of {plural} and {thing} it builds a whole city, street by street.|And then, on the last page, somebody knocks.'),
    ('life', '{name} grew up above a bookshop in {place} and learned to read from its unpaid bills.|The family moved to {place} in the winter of the great floods.|Before the first book there were years as a {person}, of which little is known.|The early poems appeared under a pseudonym that was guessed within a week.|A grant for one year in {place} became a stay of nineteen.|{name} never gave an interview, but answered every letter.|The manuscripts, among them an unfinished play about {thing}, are kept in {place}.|Critics quarrelled over the second novel; readers did not.|Translated into more than twenty languages, and by the author into one that had no dictionary.|In later years {name} kept bees and wrote almost nothing but reviews of other people''s gardens.|The house is a museum now; the desk, as one is told at the door, is not the real one.|“I write,” {name} said once, “to find out which of us is lying.”|A street, a ferry and a variety of plum carry the name.|The notebooks of the time in {place} were found in {thing} and wrapped in newspaper.|{name} refused two prizes and accepted a third by mistake.'),
    ('praise', 'I read it in one night. 📚|Could not put it down.|Beautiful sentences, and not one too many.|Made me miss my stop, twice 😅|The best thing on this shelf ❤️|Gave it to my mother; she wants it back.|Wunderschön übersetzt.|Une merveille.|Qué final… 😭|とても静かで、いい本でした。|Очень советую!|رائع|I want to live in this book 🏡|Five stars from a whole family 👨‍👩‍👧‍👦|Re-read after ten years: even better.'),
    ('middling', 'Starts slowly; wait for page 80.|Good, but the map is missing from this copy.|Fine for a train journey.|Too many names, a list would help.|The middle part could be shorter.|I liked the dog.|Interessant, aber lang.|Pas mal.|Not what the cover promises.|Somebody underlined half of it in pencil 🙄'),
    ('blame', 'Gave up at page 40.|I do not understand the prizes.|The ending is on the back cover. Why?|Very small print!|Coffee stains, and not only on the pages ☕️|Nichts für mich.|Me lo esperaba mejor.|No.'),
    ('street', 'Harbour Street|Mill Lane|Ropewalk|Old Cornmarket|Lindenallee|Rue des Ormes|Bridge Street|Observatory Hill')
  );
UPDATE list SET n = json_array_length(words);

-- Covers: four drawings of 48 by 72 pixels in four colours, as all of a GIF that comes after its colours, and the colours.
CREATE TEMP TABLE drawing (i INTEGER PRIMARY KEY, gif);
INSERT INTO drawing VALUES
  (0, x'2C00000000300048000002FF9C07A9CBEDFF0E82B45A20AFDE29F34F79E0C888E4699E63AA7E6CBBBD4040D7F68DE77423EBFE5FE31D1EC0624E68809164CA4ACFF8B33CA13AE9D041F559934DD7B51BFB822FCC317262C9' ||
   x'6ACAE605BBDD11C323F2F9D91EAAE3156F78BFFD671638360856A82090A828E0C5C5B1089918E678116929B9856671C999A9C109EAA4E700DA994709511A0AD1A76A4A874AEAFA7A57314B5B32BA707BC9AA8BC81BE91BDB' ||
   x'102C0CABF9600C399C2CBB8CE9D00A7DEAFC6C5CFD899D5DB9DDBC878CC122114BEE6C1E97447E56BE9EEB31EEEE26CF479F5E87FE8E6F2F7ED894C12FDFBC78F086043C48F04AC2760BCF21DCD7909D35700023EA63A8D0' ||
   x'A0C58123103362FCE870633D91F7408293A6B1A3C98B132AAA0CF9F29EC4992C69725C79D36101003B'),
  (1, x'2C00000000300048000002FF9C07A9CBEDFF0E82B45A20AFDE29F34F79E0C888E4699E63AA7E6CBBA5C24CD7F68DE78A1CF4FE0F0C0A8382DD8121182A97C262E7B84832A74B2706AA9052B7402B2F20098BC7E49E179B90' ||
   x'92D7EC83D96840F6DAF4F1FB198F72F7BE733ECBC7E737010856C7363428677858D604479836D7E84804B918B8A5A897A979C9D939B55918CA342A294459F5495AAA740AA0E59AC88A3A4B8B17199BC3DBAB930B43F2126C' ||
   x'314C1C82767C61ACECC0DC5C929C160B5164D5605DCD62759DE58DFD8D74F5371D256E8E1E5E6ED25D4E0DEE9EAE98FD40EF600F7EEDD17E5E5DD19D019F387ED30852D387861FB77BEAC2C1EA06B15FBC77DFB63574A7F0' ||
   x'22B5178F02CD19EC986598C189F02070A498CFDF478B2429666C59448644943423A263C710A6C685C040165409F4D3489A25EB458BE3F360508608C9BD24EA32274599E926DA6CE88425549EFD329EFC08F5673D91FFCA22' ||
   x'23E70DAC5A6DD2B8CA93EA35D955AB336DE22CF934EFA5A47CC32A156AD61F058047FAAE35DA34925EBC706BD5AC0BF966DB9D94757E5D9AB25E01003B'),
  (2, x'2C00000000300048000002FF9C07A9CBEDFF0E82B45A20AFDE29F34F79E0C888E4699E63AA7E6CBBBDF025CF556D433814F4BECFD9317E0EA24598005A94BAC3A5F781360DCB53603AE1B5AE0E1C9727D5366ADFC6EF2C5E' ||
   x'C8C20BF6B0AC70AF8B70731D007FB9F19B3A5B6FD7E7A7E66466C82190D84648F536E49018C910A998F4C53238495999B0B9D851F829DAB929496A9AA480E9B8508A0AF0CA07DA388A07E7CA69F9389B15C7AA802BF09BCA' ||
   x'7B581BBC2BBA9A0C5C6AEC5B3C2CAB194B1C77195A3BAD9119CDACCBDD8D911DF77AF7E057F6E2795DB1B73D4EDBCC0E4E67CFD87B4A6977F66EAD4A4E9F3030E7A0950878AA20B70808BF712888C41F98100DF93D91E8ED' ||
   x'E23B235E372A52E8C78486C71C5D46923C28EF64C7942AB1B414C9F2E518932F91B45C0332A74E3428F35DDB0914E4CC98B6821A0D99516649A24A93FE3C2A74A54F4B50A352245A35E7119A37B9AAB4F9D5EB499B553580' ||
   x'1D2B96E459B569731400003B'),
  (3, x'2C00000000300048000002FF9C07A9CBEDFF0E82B45A20AFDE29F34F79E0C888E4699E63AA7E6CBBBDF025CF556D4378EE64C20F0C0A87C42271C72B1D92B165E0098D4AA7D42A3563CD6AB7012CF70BF64A25E4B2F93C15' ||
   x'47CFECF621ED84BBE76439028CDFAAF3FC757C4CD7A6F7E71788A6B5F764C8366800D00759781719994819467889676937F7C5A9899819CA054A5A85C4D4B1A46AE163041B2B9BAA4ACB649B84CBA39BC36BE33B030C23DC' ||
   x'2213B470AC909CB0ACE488FC031DAD0C242D60BD90524D3DCDBCEDDD0DD0AC1DDE6CFE2D8E4E7ECDCD0EEE9E5EAECEDA702E7F0F9F4DCF600FDF1FB10F5B3B81EF003EAB87EEDFC01E01133AC447104343880B0B56947810' ||
   x'5C44853F1657658CB7F1A1BF791F2F728C974F81319121C3E92BD91165CB941E2720A418B3D94B9B1A4DB2BCB86EA65095015B3184697467D21045971245EA94988A02003B');
CREATE TEMP TABLE palette (i INTEGER PRIMARY KEY, colours);
INSERT INTO palette VALUES
  (0, x'1F3A5FF4E9CDE0B34B0F1B2D'), (1, x'6B2737F3E7D3D98E73300F18'), (2, x'2F5D50F0EAD6E5C07B14302A'), (3, x'C8553DFBF1E0F2C14E4A1A12'),
  (4, x'33415CEDE6DBB8C4DBF15D36'), (5, x'7A5C8EF6EEFBE8B8D32E1C3B'), (6, x'0E7C7BF4F4E8F2A65A083D3C'), (7, x'D9B44AFDF6E33F3A341F1B16'),
  (8, x'8DA399FBFAF41F3D364E4A3A'), (9, x'A63D40F6E8D5E9B872401214'), (10, x'EFE6D8BF3B2B2A6F970B132B'), (11, x'4A4E69F2E9E4C9ADA722223B');

------------------------------------------------------------------------------------------------------------------------
-- 3. Rows
------------------------------------------------------------------------------------------------------------------------

INSERT INTO country (code, name) VALUES
  ('AO', 'Angola'), ('AR', 'Argentina'), ('AT', 'Austria'), ('AU', 'Australia'), ('BE', 'Belgium'), ('BR', 'Brazil'), ('CA', 'Canada'),
  ('CH', 'Switzerland'), ('CL', 'Chile'), ('CN', 'China'), ('CO', 'Colombia'), ('CY', 'Cyprus'), ('CZ', 'Czechia'), ('DE', 'Germany'),
  ('DK', 'Denmark'), ('EG', 'Egypt'), ('ES', 'Spain'), ('FI', 'Finland'), ('FR', 'France'), ('GB', 'United Kingdom'), ('GR', 'Greece'),
  ('HU', 'Hungary'), ('IE', 'Ireland'), ('IL', 'Israel'), ('IN', 'India'), ('IR', 'Iran'), ('IS', 'Iceland'), ('IT', 'Italy'), ('JP', 'Japan'),
  ('KR', 'South Korea'), ('LB', 'Lebanon'), ('MA', 'Morocco'), ('MX', 'Mexico'), ('NG', 'Nigeria'), ('NL', 'Netherlands'), ('NO', 'Norway'),
  ('NZ', 'New Zealand'), ('PE', 'Peru'), ('PL', 'Poland'), ('PT', 'Portugal'), ('RU', 'Russia'), ('SE', 'Sweden'), ('SN', 'Senegal'),
  ('TR', 'Türkiye'), ('TW', 'Taiwan'), ('UA', 'Ukraine'), ('US', 'United States'), ('VN', 'Viet Nam'), ('ZA', 'South Africa');

-- People: as many different names as the library needs, the first 812 for authors, then readers, then those who work there.
CREATE TEMP TABLE person AS
  WITH parts AS (
    SELECT d.n, c.name AS culture, c.family_first, c.language,
           c.countries ->> (d.d % json_array_length(c.countries)) AS country,
           g.words ->> (d.b % g.n) AS given, f.words ->> (d.c % f.n) AS family,
           iif(c.name = 'en' AND d.e % 4 = 0, ' ' || char(65 + d.f % 25) || '. ', ' ') AS middle
    FROM dice d
    JOIN culture c ON d.a % 100 BETWEEN c.first AND c.last
    JOIN list g ON g.name = 'given ' || c.name
    JOIN list f ON f.name = 'family ' || c.name
    WHERE d.n <= 4000
  ), names AS (
    SELECT *, substr(given, 1, instr(given || '=', '=') - 1) AS latin_given, substr(family, 1, instr(family || '=', '=') - 1) AS latin_family,
           substr(given, instr(given, '=') + 1) AS own_given, substr(family, instr(family, '=') + 1) AS own_family
    FROM parts
  ), whole AS (
    SELECT n, culture, country, language,
           iif(family_first, latin_family || ' ' || latin_given, latin_given || middle || latin_family) AS name,
           CASE WHEN instr(given, '=') = 0 THEN NULL
                WHEN culture IN ('ja', 'zh', 'ko') THEN own_family || own_given
                ELSE own_given || ' ' || own_family END AS native_name
    FROM names
  ), firsts AS (
    SELECT *, row_number() OVER (PARTITION BY name ORDER BY n) AS again FROM whole
  )
  SELECT row_number() OVER (ORDER BY n) AS id, culture, country, language, name, native_name FROM firsts WHERE again = 1;
CREATE UNIQUE INDEX temp.person_id ON person (id);

-- Authors: most of our time, some long dead, a few of whom nobody knows when they lived.
INSERT INTO author (id, name, native_name, born, died, country_id)
  WITH year AS (
    SELECT p.*, d.*, 1992 - CAST(92 * u + 210 * u * u * u * u * u * u AS INTEGER) AS y
    FROM person p JOIN (SELECT *, f / 2147483647.0 AS u FROM dice) d ON d.n = p.id
    WHERE p.id <= 812
  ), lived AS (
    SELECT *, date(printf('%d-01-01', y), '+' || (g % 365) || ' days') AS born,
           date(printf('%d-01-01', y + 38 + h % 58), '+' || (e % 365) || ' days') AS died
    FROM year
  )
  SELECT id, name, native_name, iif(c % 37 = 0, NULL, born),
         iif(died < '2026-01-31' AND (y < 1935 OR d % 7 = 0), died, NULL), iif(c % 29 = 0, NULL, country)
  FROM lived ORDER BY id;

INSERT INTO biography (author_id, text, links, checked_on)
  SELECT author.id,
         (SELECT group_concat(sentence, iif(sentences > 12, char(10, 10), ' ')) FROM (
            SELECT replace(replace(replace(replace(life.words ->> ((d.a + 7 * (s.n - d.n)) % life.n), '{name}', author.name),
                     '{place}', place.words ->> (s.b % place.n)), '{person}', lower(who.words ->> (s.c % who.n))),
                     '{thing}', lower(thing.words ->> (s.d % thing.n))) AS sentence
            FROM dice s, list life, list place, list who, list thing
            WHERE s.n >= d.n AND s.n < d.n + sentences
              AND life.name = 'life' AND place.name = 'place' AND who.name = 'person' AND thing.name = 'thing'
            ORDER BY s.n)),
         iif(d.e % 3 = 0, '[]', json_array('https://example.org/authors/' || author.id, 'https://example.net/archive?q=' || (d.f % 90000))),
         iif(d.g % 3 = 0, NULL, date('2026-01-31', '-' || (d.h % 2900) || ' days'))
  FROM (SELECT author.*, iif(author.id % 97 = 0, 120, 3 + author.id % 9) AS sentences FROM author) AS author
  JOIN dice d ON d.n = author.id + 3000
  WHERE d.b % 10 < 7
  ORDER BY author.id;

INSERT INTO publisher (name, city, country_id, founded, website)
  SELECT column1, column2, column3, column4, iif(column5 = '', NULL, 'https://' || column5 || '.example')
  FROM (VALUES
    ('Saltmarsh Press', 'Norwich', 'GB', 1962, 'saltmarsh'), ('Lantern & Rook', 'London', 'GB', 1881, 'lanternandrook'), ('Harbourlight', 'Bristol', 'GB', 1974, 'harbourlight'),
    ('The Quiet Press', 'Edinburgh', 'GB', 1990, ''), ('Northgate University Press', 'Durham', 'GB', 1911, 'northgate-up'), ('Bellweather & Sons', 'Boston', 'US', 1848, 'bellweather'),
    ('Prairie Schooner Books', 'Omaha', 'US', 1978, 'prairie'), ('Hollow Oak', 'New York', 'US', 1995, 'hollowoak'), ('Meridian House', 'New York', 'US', 1934, 'meridian'),
    ('Pacific Ledger', 'San Francisco', 'US', 1969, ''), ('Two Rivers Editions', 'Dublin', 'IE', 1986, 'tworivers'), ('Kea & Kauri', 'Wellington', 'NZ', 1999, 'keakauri'),
    ('Red Gum Press', 'Melbourne', 'AU', 1972, 'redgum'), ('Birchbark', 'Toronto', 'CA', 1983, 'birchbark'), ('Ọ̀ṣun Editions', 'Lagos', 'NG', 2006, 'osun'), ('Table Bay Books', 'Cape Town', 'ZA', 1991, ''),
    ('Orrery Children''s Books', 'London', 'GB', 1958, 'orrery-children'), ('Field & Almanac', 'Bath', 'GB', 1927, 'fieldalmanac'), ('Ampersand Poetry', 'Glasgow', 'GB', 2001, ''), ('Starboard', 'Chicago', 'US', 1953, 'starboard'),
    ('Éditions du Vieux Pont', 'Paris', 'FR', 1903, 'vieuxpont'), ('Les Heures claires', 'Lyon', 'FR', 1968, 'heures'), ('L''Oiseau lyre', 'Bruxelles', 'BE', 1979, ''), ('Presses de la Rade', 'Brest', 'FR', 1988, 'rade'),
    ('Verlag am Fluss', 'Frankfurt am Main', 'DE', 1949, 'amfluss'), ('Löwenthal & Böhm', 'Leipzig', 'DE', 1832, 'loewenthal'), ('Edition Föhn', 'Zürich', 'CH', 1985, ''), ('Grünspan', 'Wien', 'AT', 1997, 'gruenspan'),
    ('Casa del Limonero', 'Madrid', 'ES', 1961, 'limonero'), ('Ediciones Ñandú', 'Buenos Aires', 'AR', 1944, 'nandu'), ('Tinta Sur', 'Ciudad de México', 'MX', 1993, ''), ('La Nave', 'Torino', 'IT', 1933, 'lanave'),
    ('Edizioni del Faro', 'Palermo', 'IT', 1987, ''), ('Livraria Azulejo', 'Lisboa', 'PT', 1920, 'azulejo'), ('Jacarandá', 'São Paulo', 'BR', 1976, 'jacaranda'), ('Norrsken', 'Stockholm', 'SE', 1938, 'norrsken'),
    ('Forlaget Måge', 'København', 'DK', 1965, ''), ('Żuraw', 'Kraków', 'PL', 1957, 'zuraw'), ('Nakladatelství Vltava', 'Praha', 'CZ', 1946, ''), ('Каштан', 'Київ', 'UA', 1992, 'kashtan'),
    ('Пароход', 'Санкт-Петербург', 'RU', 1964, ''), ('Εκδόσεις Μελτέμι', 'Αθήνα', 'GR', 1981, 'meltemi'), ('Martı Yayınları', 'İstanbul', 'TR', 1973, ''), ('دار الأرز', 'بيروت', 'LB', 1959, 'al-arz'),
    ('白鹭出版社', '上海', 'CN', 1984, ''), ('青空書房', '東京', 'JP', 1929, 'aozora-shobo'), ('月影社', '京都', 'JP', 1971, ''), ('은행나무길', '서울', 'KR', 1996, ''), ('नीलकंठ प्रकाशन', 'दिल्ली', 'IN', 1952, 'neelkanth'),
    ('Bitter Almond', 'London', 'GB', 2019, 'bitteralmond'), ('Press with No Books Yet', 'Leeds', 'GB', 2025, '')
  );
CREATE TEMP TABLE printer AS  -- which publishers print a language
  SELECT language, publisher_id, row_number() OVER (PARTITION BY language ORDER BY publisher_id) - 1 AS i, count(*) OVER (PARTITION BY language) AS n
  FROM (
    SELECT iif(publisher.id <= 20 OR publisher.id = 50, 'en', culture.language) AS language, publisher.id AS publisher_id
    FROM publisher
    LEFT JOIN (SELECT language, value AS country FROM culture, json_each(countries) GROUP BY language, value) AS culture
      ON culture.country = publisher.country_id AND culture.language <> 'en'
      AND NOT (publisher.country_id IN ('BE', 'CH') AND culture.language = iif(publisher.country_id = 'CH', 'fr', 'de'))
    WHERE publisher.id <> 51
  );
CREATE UNIQUE INDEX temp.printer_i ON printer (language, i);

-- Categories, and on which shelf of titles each stands: its weight, its kind of title, its topics.
CREATE TEMP TABLE shelf (id INTEGER PRIMARY KEY, name, parent, weight, kind, topics);
INSERT INTO shelf VALUES
  (1, 'Fiction', NULL, 0, '', ''), (2, 'Novels', 1, 22, 'fiction', ''), (3, 'Short Stories', 1, 9, 'fiction', ''), (4, 'Historical Fiction', 1, 8, 'fiction', ''),
  (5, 'Romance', 1, 5, 'fiction', ''), (6, 'Crime', 1, 4, 'crime', ''), (7, 'Detective Stories', 6, 5, 'crime', ''), (8, 'Nordic Noir', 6, 3, 'crime', ''),
  (9, 'Spy Thrillers', 6, 2, 'crime', ''), (10, 'Science Fiction', 1, 5, 'wonder', ''), (11, 'Space Opera', 10, 2, 'wonder', ''), (12, 'Time Travel', 10, 1, 'wonder', ''),
  (13, 'Fantasy', 1, 5, 'wonder', ''), (14, 'Ghost Stories', 1, 2, 'fiction', ''), (15, 'Letters and Diaries', 1, 1, 'fiction', ''), (16, 'Poetry', NULL, 7, 'poems', ''),
  (17, 'Haiku', 16, 1, 'poems', ''), (18, 'Sonnets', 16, 1, 'poems', ''), (19, 'Drama', NULL, 3, 'fiction', ''), (20, 'Comedies', 19, 1, 'fiction', ''),
  (21, 'Children', NULL, 0, '', ''), (22, 'Picture Books', 21, 5, 'children', ''), (23, 'Fairy Tales', 21, 2, 'children', ''), (24, 'First Readers', 21, 2, 'children', ''),
  (25, 'Young Adult', 21, 3, 'wonder', ''), (26, 'Nonfiction', NULL, 0, '', ''),
  (27, 'History', 26, 2, 'facts', 'Empires|the Silk Road|Borders|Winter Campaigns'), (28, 'Ancient History', 27, 2, 'facts', 'Athens|the Etruscans|Cuneiform|Roman Roads'),
  (29, 'Maritime History', 27, 1, 'facts', 'Lighthouses|Ropes and Sails|the Herring Fleet|Shipwrecks'), (30, 'Local History', 27, 1, 'facts', 'the Old Harbour|Our Bridges|the Great Flood'),
  (31, 'Science', 26, 1, 'facts', 'Doubt|Measurement|Great Mistakes|Chance'), (32, 'Astronomy', 31, 2, 'facts', 'Comets|Orreries|Double Stars|the Moons of Jupiter|the Night Sky'),
  (33, 'Biology', 31, 2, 'facts', 'Lichens|Migration|the Octopus|Sleep'), (34, 'Mathematics', 31, 2, 'facts', 'Knots|Infinity|Prime Numbers|Proof|Zero'), (35, 'Physics', 31, 1, 'facts', 'Light|Entropy|Clocks|Vacuum'),
  (36, 'Geology', 31, 1, 'facts', 'Granite|Volcanoes|Deep Time|Sand'), (37, 'Computing', 26, 2, 'facts', 'Algorithms|Databases|Sorting|Garbage Collection|Lazy Queries'),
  (38, 'Nature', 26, 1, 'facts', 'Hedgerows|Moss|Rain|the Tides'), (39, 'Birds', 38, 2, 'facts', 'Owls|Swifts|Birdsong|Feathers'), (40, 'Gardening', 38, 2, 'facts', 'Roses|Compost|Walled Gardens|Pruning'),
  (41, 'Cooking', 26, 3, 'facts', 'Bread|Soup|Pickles|Dumplings|Salt'), (42, 'Travel', 26, 3, 'facts', 'Night Trains|Ferries|Walking|Small Islands'),
  (43, 'Philosophy', 26, 2, 'facts', 'Friendship|Boredom|Kindness|Lying|Other Minds'), (44, 'Art', 26, 1, 'facts', 'Blue|Frescoes|Looking|Drawing Hands'), (45, 'Photography', 44, 1, 'facts', 'Shadows|the Darkroom|Portraits'),
  (46, 'Architecture', 44, 1, 'facts', 'Staircases|Concrete|Windows|Railway Stations'), (47, 'Music', 26, 2, 'facts', 'Fugues|the Cello|Silence|Folk Songs'), (48, 'Memoir', 26, 3, 'fiction', ''),
  (49, 'Biography', 26, 2, 'facts', 'Forgotten Inventors|Two Queens|Lighthouse Families'), (50, 'Languages', 26, 1, 'facts', 'Grammar|Lost Alphabets|Untranslatable Words|Swearing'),
  (51, 'Maps and Atlases', 26, 1, 'facts', 'Coastlines|Imaginary Islands|the Poles'), (52, 'Games', 26, 1, 'facts', 'Chess Endings|Go|Card Tricks'), (53, 'Law', 26, 1, 'facts', 'Contracts|Evidence|Maritime Law'),
  (54, 'Health', 26, 1, 'facts', 'Sleep|Running Slowly|Old Age'), (55, 'Books about Books', 26, 1, 'facts', 'Libraries|Marginalia|Bookbinding|Borrowed Books'), (56, 'Not Yet Sorted', NULL, 0, '', '');
INSERT INTO category (id, name, parent_id) SELECT id, name, parent FROM shelf ORDER BY id;
CREATE TEMP TABLE shelves AS
  SELECT id, name, kind, '["' || replace(topics, '|', '","') || '"]' AS topics, sum(weight) OVER (ORDER BY id) - weight AS first,
         sum(weight) OVER (ORDER BY id) - 1 AS last, sum(weight) OVER () AS total
  FROM shelf WHERE weight > 0;

-- Works: who wrote how many (a few wrote forty, most one), in which language, for which shelf, and when.
CREATE TEMP TABLE work AS
  WITH productive AS (
    SELECT person.id, person.language, person.culture, 1 - (row_number() OVER (ORDER BY dice.h) - 1) / 800.0 AS q
    FROM person JOIN dice ON dice.n = person.id WHERE person.id <= 812
  ), each AS (
    SELECT id AS author_id, language, culture, series.n AS nth, row_number() OVER (ORDER BY id, series.n) AS k
    FROM productive
    JOIN dice series ON q > 0 AND series.n <= 1 + CAST(42 * q * q * q * q * q * q * q AS INTEGER)
  ), thrown AS (
    SELECT each.*, dice.*, CAST(coalesce(strftime('%Y', author.born), 1890 + dice.b % 90) AS INTEGER) AS born_year,
           CAST(coalesce(strftime('%Y', author.died), 2025) AS INTEGER) AS last_year, author.born IS NULL OR dice.f % 41 = 0 AS undated
    FROM each JOIN dice ON dice.n = k + 12000 JOIN author ON author.id = author_id
  ), dated AS MATERIALIZED (
    SELECT *, min(2025, born_year + 23 + c % max(1, last_year - born_year - 21)) AS year FROM thrown
  )
  SELECT k, author_id, culture, year, iif(undated, NULL, date(printf('%d-01-01', year), '+' || (d % 365) || ' days')) AS published,
         iif(language <> 'en' AND a % 100 < 30, language, 'en') AS language,
         max(date('1998-03-02', '+' || (e % 10180) || ' days'), date(printf('%d-01-01', year), '+' || (d % 365 + 9) || ' days')) AS added
  FROM dated WHERE added < '2026-01-31' ORDER BY a LIMIT 4725;

-- Books, in the order in which the library got them.
CREATE TEMP TABLE made AS
  WITH ordered AS (
    SELECT *, row_number() OVER (ORDER BY added, k) AS id FROM work
  ), shelved AS (
    SELECT ordered.*, shelves.id AS category_id, shelves.kind, shelves.topics
    FROM ordered JOIN dice ON dice.n = ordered.id
    JOIN shelves thrown ON dice.a % thrown.total BETWEEN thrown.first AND thrown.last
    JOIN shelves ON shelves.id = CASE  -- no databases in 1820
      WHEN year < 1840 AND thrown.kind = 'crime' OR year < 1900 AND thrown.name = 'Spy Thrillers' THEN 4
      WHEN year < 1960 AND thrown.name = 'Nordic Noir' THEN 6
      WHEN year < 1890 AND thrown.name IN ('Science Fiction', 'Space Opera', 'Time Travel') THEN 13
      WHEN year < 1930 AND thrown.name = 'Young Adult' THEN 23
      WHEN year < 1955 AND thrown.name = 'Computing' THEN 34
      WHEN year < 1840 AND thrown.name = 'Photography' THEN 44
      ELSE thrown.id END
  ), english AS (
    SELECT s.id,
      replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(template.words ->> (d.b % template.n), '{topic}', coalesce(topics ->> (m.f % json_array_length(topics)), '')),
        '{adj}', adj.words ->> (d.c % adj.n)), '{noun2}', noun.words ->> ((d.d + 1 + m.g % 30) % noun.n)), '{noun}', noun.words ->> (d.d % noun.n)),
        '{thing}', thing.words ->> (d.e % thing.n)), '{other}', thing.words ->> ((d.e + 1 + m.h % 30) % thing.n)),
        '{person}', who.words ->> (d.f % who.n)), '{kin}', kin.words ->> (d.g % kin.n)), '{verb}', verb.words ->> (d.h % verb.n)),
        '{number}', number.words ->> (m.a % number.n)), '{plural}', plural.words ->> (m.b % plural.n)),
        '{place2}', star.words ->> (m.c % star.n)), '{place3}', place.words ->> ((m.d + 1 + m.f % 28) % place.n)), '{place}', place.words ->> (m.d % place.n)),
        '{animals}', beasts.words ->> (m.e % beasts.n)), '{animal}', beast.words ->> (m.e % beast.n)) AS title
    FROM shelved s
    JOIN dice d ON d.n = s.id + 500 JOIN dice m ON m.n = s.id + 6000 JOIN list template ON template.name = 'title ' || s.kind
    JOIN list adj ON adj.name = 'adj' JOIN list noun ON noun.name = 'noun' JOIN list thing ON thing.name = 'thing' JOIN list who ON who.name = 'person'
    JOIN list kin ON kin.name = 'kin' JOIN list verb ON verb.name = 'verb' JOIN list number ON number.name = 'number' JOIN list plural ON plural.name = 'plural'
    JOIN list place ON place.name = 'place' JOIN list star ON star.name = 'place2' JOIN list beasts ON beasts.name = 'animals' JOIN list beast ON beast.name = 'animal'
  ), capital AS MATERIALIZED (  -- `A Orchard` is An Orchard, and a topic at the beginning of a title begins with a capital
    SELECT id, ltrim(replace(replace(replace(replace(replace(replace(' ' || title, ' A A', ' An A'), ' A E', ' An E'), ' A I', ' An I'),
           ' A O', ' An O'), ' A U', ' An U'), ' A Hour', ' An Hour')) AS title
    FROM english
  )
  SELECT shelved.*,
         iif(head.words IS NULL, upper(substr(capital.title, 1, 1)) || substr(capital.title, 2),
             (head.words ->> (d.c % head.n)) ||
             CASE WHEN d.e % 5 > 2 OR d.d % tail.n = d.f % tail.n OR shelved.language IN ('zh', 'tr', 'hi') THEN ''
                  WHEN shelved.language NOT IN ('ja', 'ko') THEN tail.words ->> (d.f % tail.n)
                  WHEN d.c % head.n = d.f % head.n THEN '' ELSE head.words ->> (d.f % head.n) END ||
             (tail.words ->> (d.d % tail.n))) AS title
  FROM shelved
  JOIN capital ON capital.id = shelved.id
  JOIN dice d ON d.n = shelved.id + 500
  LEFT JOIN list head ON head.name = 'head ' || shelved.language
  LEFT JOIN list tail ON tail.name = 'tail ' || shelved.language;

INSERT INTO book (id, title, subtitle, isbn, language, published, pages, price, in_print, summary, details, cover, publisher_id, category_id, added_at)
  WITH thrown AS (
    SELECT made.*, p.*, q.a AS i, q.b AS j, q.c AS l, q.d AS o, q.e AS r, q.f AS s, q.g AS t, q.h AS u,
           iif(made.id % 311 = 0, 60, 1 + made.id % 5) AS sentences,
           CASE made.kind WHEN 'poems' THEN 40 + p.a % 110 WHEN 'children' THEN 16 + 8 * (p.a % 6)
                ELSE 110 + p.a % 260 + (p.b % 30) * (p.c % 30) / 2 END AS sheets
    FROM made JOIN dice p ON p.n = made.id + 7777 JOIN dice q ON q.n = made.id + 15000
  ), priced AS MATERIALIZED (
    SELECT *, (490 + sheets * 3 + d % 900) * iif(kind = 'facts' AND e % 40 = 0, 4, 1) / 100 * 100 + (json_array(99, 50, 0, 95, 90) ->> (f % 5)) AS cents,
           (SELECT publisher_id FROM printer WHERE printer.language = thrown.language AND printer.i = (g % 1000) * (h % 1000) * printer.n / 1000000) AS publisher_id
    FROM thrown
  ), numbered AS MATERIALIZED (
    SELECT *, '978' || CASE language WHEN 'en' THEN i % 2 WHEN 'fr' THEN 2 WHEN 'de' THEN 3 WHEN 'ja' THEN 4 WHEN 'ru' THEN 5 WHEN 'zh' THEN 7 ELSE 9 END
              || printf('%03d%05d', 100 + coalesce(publisher_id, 0), id * 7919 % 99991) AS digits
    FROM priced
  )
  SELECT id, title,
         CASE WHEN j % 100 < 20 THEN NULL WHEN kind NOT IN ('fiction', 'crime', 'wonder') OR language <> 'en' OR j % 100 < 70 THEN ''
              ELSE (SELECT words ->> (l % n) FROM list WHERE name = 'subtitle') END,
         iif(year >= 1970 AND o % 50 > 0, digits || ((10 - (
           substr(digits, 1, 1) + substr(digits, 3, 1) + substr(digits, 5, 1) + substr(digits, 7, 1) + substr(digits, 9, 1) + substr(digits, 11, 1) + 3 * (
           substr(digits, 2, 1) + substr(digits, 4, 1) + substr(digits, 6, 1) + substr(digits, 8, 1) + substr(digits, 10, 1) + substr(digits, 12, 1))) % 10) % 10), NULL),
         language, published, iif(r % 33 = 0, NULL, sheets), cents / 100.0, year > 1930 + r % 90,
         CASE WHEN s % 21 = 0 THEN NULL WHEN s % 21 = 1 THEN '' ELSE
           (SELECT group_concat(sentence, iif(sentences > 6, char(10, 10), ' ')) FROM (
              SELECT replace(replace(replace(replace(replace(replace(blurb.words ->> ((t + 7 * (x.n - id)) % blurb.n), '{place}', place.words ->> (x.b % place.n)),
                       '{person}', lower(who.words ->> (x.c % who.n))), '{thing}', lower(thing.words ->> (x.d % thing.n))), '{noun}', lower(noun.words ->> (x.e % noun.n))),
                       '{plural}', lower(plural.words ->> (x.f % plural.n))), '{number}', lower(number.words ->> (x.g % number.n))) AS sentence
              FROM dice x, list blurb, list place, list who, list thing, list noun, list plural, list number
              WHERE x.n >= id AND x.n < id + sentences AND blurb.name = 'summary' AND place.name = 'place' AND who.name = 'person'
                AND thing.name = 'thing' AND noun.name = 'noun' AND plural.name = 'plural' AND number.name = 'number'
              ORDER BY x.n)) END,
         iif(u % 8 = 0, NULL, json_object('format', json_array('paperback', 'hardcover', 'paperback', 'cloth', 'large print') ->> (u % 5),
           'grams', 90 + sheets * 9 / 8, 'size', json_array(110 + u % 70, 178 + u % 90, 4 + sheets / 18),
           'awards', CASE WHEN t % 30 = 0 THEN json_array('Golden Gnomon ' || (year + 1)) WHEN t % 71 = 0 THEN json_array('Lantern Prize', 'Readers'' Choice') ELSE json_array() END)),
         iif(l % 3 = 0, NULL, (SELECT CAST(x'47494638396130004800910000' || colours || gif AS BLOB) FROM palette, drawing WHERE palette.i = u % 12 AND drawing.i = t % 4)),
         iif(o % 31 = 0 OR (year < 1850 AND o % 3 = 0), NULL, publisher_id), category_id,
         added || printf(' %02d:%02d:%02d', 9 + i % 9, j % 60, l % 60)
  FROM numbered ORDER BY id;

INSERT INTO book_authors (book_id, author_id, position, role)
  WITH other AS (
    SELECT made.*, dice.a % 812 + 1 AS a1, dice.b % 812 + 1 AS a2, dice.c % 812 + 1 AS a3, dice.d, dice.e, dice.f
    FROM made JOIN dice ON dice.n = made.id + 9000
  ), credited AS (
    SELECT id, author_id, 1 AS place, 'author' AS role FROM other
    UNION ALL SELECT id, a1, 2, 'author' FROM other WHERE d % 100 < 9
    UNION ALL SELECT id, a2, 3, 'author' FROM other WHERE d % 100 < 2
    UNION ALL SELECT id, a3, 4, iif(kind = 'children', 'illustrator', iif(kind = 'facts', 'editor', 'translator')) FROM other
      WHERE kind = 'children' AND e % 2 = 0 OR kind = 'facts' AND e % 12 = 0 OR kind NOT IN ('children', 'facts') AND culture <> 'en' AND language = 'en' AND e % 3 = 0
  ), once AS (
    SELECT *, row_number() OVER (PARTITION BY id, author_id ORDER BY place) AS again FROM credited
  )
  SELECT id, author_id, row_number() OVER (PARTITION BY id ORDER BY place), role
  FROM once WHERE again = 1 AND author_id IN (SELECT author_id FROM work) ORDER BY id, place;

-- Houses: the six of the library, their rooms and hours.
INSERT INTO house (id, name, address, opened) VALUES
  (1, 'Old Customs House', '1 Harbour Street', '1871-05-02'), (2, 'Mill House', '48 Mill Lane', '1903-09-14'), (3, 'Lindenhaus', 'Lindenallee 12', '1929-10-01'),
  (4, 'Observatory House', 'Observatory Hill', '1958-04-12'), (5, 'Maison des Ormes', '7, rue des Ormes (2ᵉ étage)', '1984-11-30'), (6, 'Night Library', '', '2019-03-21');
INSERT INTO room (name, house_id, floor, seats)
  SELECT column2, column1, column3, column4
  FROM (VALUES
    (1, 'Reading Room', 0, 84), (1, 'Map Room', 1, 18), (1, 'Children''s Room', 0, 40), (1, 'Old Vault', -1, NULL), (1, 'Newspaper Gallery', 2, 26), (1, 'Binder''s Workshop', -1, 0),
    (2, 'Reading Room', 0, 36), (2, 'Wheel Room', -1, 12), (2, 'Attic', 2, 8), (2, 'Garden Room', 0, 22), (2, 'Stacks', -1, NULL),
    (3, 'Lesesaal', 0, 52), (3, 'Musikzimmer', 1, 14), (3, 'Kinderzimmer', 0, 30), (3, 'Wintergarten', 0, 16), (3, 'Magazin', -1, NULL),
    (4, 'Rotunda', 0, 60), (4, 'Dome', 3, 9), (4, 'Quiet Room', 1, 24), (4, 'Instrument Cabinet', 1, 0), (4, 'Stacks East', -1, NULL), (4, 'Stacks West', -1, NULL),
    (5, 'Salle de lecture', 2, 34), (5, 'Cabinet des poètes', 2, 6), (5, 'Réserve', 0, NULL),
    (6, 'Lamp Room', 0, 44), (6, 'Podcast Booth 🎙️', 1, 3), (6, 'Sofa Floor', 1, 38), (6, 'Robot Shelves', -1, NULL)
  );
UPDATE house SET main_room_id = (SELECT min(room.id) FROM room WHERE room.house_id = house.id) WHERE id < 6;
INSERT INTO opening_hours (house_id, weekday, opens, closes)
  SELECT house.id, day.value, iif(house.id = 6, '18:00:00', iif(day.value = 6, '10:00:00', '09:00:00')),
         CASE WHEN house.id = 6 THEN '23:59:59' WHEN day.value = 6 THEN '14:00:00' WHEN (house.id + day.value) % 3 = 0 THEN '20:30:00' ELSE '18:00:00' END
  FROM house JOIN json_each('[1,2,3,4,5,6,7]') AS day ON day.value < 7 AND (house.id + day.value) % 7 > 0 OR house.id = 6
  ORDER BY house.id, day.value;

-- Employees: one at the top, a head of each house, two offices, librarians below the heads, helpers below the librarians.
INSERT INTO employee (id, name, position, boss_id, house_id, hired, salary)
  WITH place AS (
    SELECT dice.*, person.name, person.id - 2100 AS id FROM person JOIN dice ON dice.n = person.id WHERE person.id BETWEEN 2101 AND 2146
  ), below AS (
    SELECT *, CASE WHEN id = 1 THEN NULL WHEN id <= 9 THEN 1 WHEN id <= 30 THEN 2 + id % 6 ELSE 10 + (id - 31) * 5 % 21 END AS boss_id FROM place
  )
  SELECT id, name,
         CASE WHEN id = 1 THEN 'Director' WHEN id <= 7 THEN 'Head of house' WHEN id = 8 THEN 'Accountant' WHEN id = 9 THEN 'Systems librarian'
              WHEN id <= 30 THEN json_array('Librarian', 'Librarian', 'Children''s librarian', 'Archivist', 'Bookbinder') ->> (a % 5)
              ELSE json_array('Assistant', 'Assistant', 'Trainee', 'Volunteer coordinator') ->> (b % 4) END,
         boss_id, CASE WHEN id IN (1, 8, 9) THEN NULL WHEN id <= 7 THEN id - 1 WHEN id <= 30 THEN boss_id - 1 ELSE (boss_id % 6) + 1 END,
         date('2026-01-31', '-' || (200 + c % iif(id <= 9, 10000, 6500)) || ' days'),
         (CASE WHEN id = 1 THEN 7400 WHEN id <= 9 THEN 5300 WHEN id <= 30 THEN 3600 ELSE 2450 END + d % 60 * 10) + iif(e % 4 = 0, 0.5, 0)
  FROM below ORDER BY id;

-- Readers, in the order in which they joined: the first 750 before 2021, where the loans begin.
INSERT INTO reader (id, name, card, email, born, joined, active, balance, notes, preferences)
  SELECT person.id - 812 AS id,
         CASE WHEN a % 211 = 0 THEN 'Zoe' || char(776) || ' ' || person.name WHEN a % 307 = 0 THEN person.name || ' 🦉' ELSE person.name END,
         substr('ABCDEFGH', 1 + a % 8, 1) || printf('%07d', person.id * 48271 % 9999991),
         iif(b % 9 = 0, NULL, (json_array('quiet', 'early', 'blue', 'lost', 'paper', 'seven', 'gentle', 'late', 'far', 'old') ->> (c % 10)) || '.' ||
           (json_array('otter', 'heron', 'fern', 'lamp', 'owl', 'pear', 'moth', 'stone', 'tea', 'map', 'fox') ->> (d % 11)) || person.id || '@example.' || (json_array('org', 'com', 'net') ->> (e % 3))),
         iif(f % 13 = 0, NULL, date(iif(person.id - 812 <= 750, '2009-06-01', '2018-06-01'), '-' || (g % 27000) || ' days')),
         iif(person.id - 812 <= 750, date('1998-03-02', '+' || ((person.id - 813) * 8336 / 749) || ' days'), date('2021-01-04', '+' || ((person.id - 1563) * 1850 / 497) || ' days')),
         h % 8 > 0, iif(a % 6 = 0, -(b % 1400) * 5 / 100.0, iif(a % 6 = 1, c % 40 / 2.0, 0)),
         CASE e % 24 WHEN 0 THEN 'Prefers to be called, not written to.' WHEN 1 THEN 'Reads to the children''s group on Thursdays 🙂' WHEN 2 THEN 'Large print only.'
                     WHEN 3 THEN 'Karte verloren, neue ausgestellt.' WHEN 4 THEN 'Lost two umbrellas here' || char(10) || 'and found three.' ELSE '' END,
         iif(d % 5 = 0, NULL, json_object('newsletter', json(iif(d % 2 = 0, 'true', 'false')), 'languages', iif(language = 'en', json_array('en'), json_array(language, 'en')),
           'remind_days', b % 4, 'quiet_hours', iif(c % 3 = 0, NULL, '22-07')))
  FROM person JOIN dice ON dice.n = person.id + 700
  WHERE person.id BETWEEN 813 AND 2060 ORDER BY person.id;
INSERT INTO reader_houses (reader_id, house_id)
  SELECT reader.id, house.id FROM reader JOIN house JOIN dice ON dice.n = reader.id + 20000
  WHERE house.id = a % 6 + 1 OR (house.id = b % 6 + 1 AND c % 2 = 0) OR (house.id = d % 6 + 1 AND e % 4 = 0)
  ORDER BY reader.id, house.id;

-- Copies: none of a few books, one of most, six of those that everybody wants.
INSERT INTO copy (book_id, number, barcode, room_id, condition, acquired, paid)
  WITH wanted AS (
    SELECT book.id, book.added_at, book.price, dice.c, CASE WHEN a % 100 < 2 THEN 6 WHEN a % 100 < 7 THEN 4 WHEN a % 100 < 20 THEN 3
           WHEN a % 100 < 45 THEN 2 WHEN a % 100 < 97 THEN 1 ELSE 0 END AS copies
    FROM book JOIN dice ON dice.n = book.id + 3333
  ), each AS (
    SELECT wanted.id, wanted.added_at, wanted.price, series.n AS number, row_number() OVER (ORDER BY wanted.id, series.n) AS k
    FROM wanted JOIN dice series ON series.n <= wanted.copies
  )
  SELECT each.id, number, printf('L%08d%d', k * 7919 % 99999989, k % 10), iif(a % 41 = 0, NULL, b % 29 + 1),
         json_array('good', 'good', 'good', 'worn', 'new', 'good', 'worn', 'good', 'damaged') ->> (c % 9),
         min('2026-01-30', date(added_at, '+' || ((number - 1) * 190 + d % 25 * (number > 1)) || ' days')), iif(e % 9 = 0, NULL, price - (f % 4) * 0.25)
  FROM each JOIN dice ON dice.n = k + 2000 ORDER BY k;

-- Loans since 2021: a copy of a wanted book goes out again and again, one after the other, each time in its own slot.
CREATE TEMP TABLE lent AS
  WITH lendable AS MATERIALIZED (
    SELECT copy.id AS copy_id, max(acquired, '2021-01-04') AS since, julianday('2026-01-31') - julianday(max(acquired, '2021-01-04')) AS days,
           1 - (b.a % 100 + b.b / 2147483647.0) / 100 AS wanted, 0.7 + 0.3 * (c.g / 2147483647.0) AS luck
    FROM copy JOIN dice b ON b.n = copy.book_id + 3333 JOIN dice c ON c.n = copy.id + 11000
  ), counted AS MATERIALIZED (
    SELECT *, CAST(days / 1853 * luck * (26 * w * w * w * w * w * w + 2 * wanted) + 0.4 AS INTEGER) AS loans
    FROM (SELECT *, wanted * wanted * wanted * wanted AS w FROM lendable)
  ), slot AS (
    SELECT copy_id, since, days, loans, series.n - 1 AS i, row_number() OVER (ORDER BY copy_id, series.n) AS k
    FROM counted JOIN dice series ON series.n <= loans
  ), thrown AS (
    SELECT slot.*, dice.*, i = loans - 1 AND dice.b % 5 = 0 AS out, i = loans - 1 AND dice.b % 61 = 1 AS lost,
           iif(dice.c % 10 = 0, 26 + dice.d % 14, 2 + dice.d % 24) AS kept
    FROM slot JOIN dice ON dice.n = k
  ), taken AS MATERIALIZED (
    SELECT *, iif(out, date('2026-01-30', '-' || (e % 38) || ' days'),
                  date(since, '+' || CAST(i * days / loans + (days / loans - 40) * (e / 2147483647.0) AS INTEGER) || ' days')) AS day
    FROM thrown
  )
  SELECT k, copy_id, day, kept, out OR lost AS open, a, b, c, d, f, g, h,
         printf(' %02d:%02d:%02d', 9 + f % 9, g % 60, h % 60) AS at, 750 + CAST((julianday(day) - julianday('2021-01-04')) * 497 / 1850 AS INTEGER) AS joined
  FROM taken;
INSERT INTO loan (copy_id, reader_id, employee_id, taken, due, returned, fine)
  WITH borrower AS MATERIALIZED (  -- four of five are old readers, of whom a few take most; every seventeenth reader never takes a book home
    SELECT *, iif(a % 5 > 0, CAST(750 * (b / 2147483647.0) * (0.15 + 0.85 * (b / 2147483647.0)) AS INTEGER) * 599 % 750 + 1, 1 + c % joined) AS someone,
           date(day, '+' || iif(d % 6 = 0, 14, 28) || ' days') AS due, date(day, '+' || kept || ' days') AS back
    FROM lent
  )
  SELECT copy_id, someone - (someone % 17 = 0), iif(g % 100 < 38, NULL, (SELECT id FROM employee WHERE id = 10 + h % 37 AND hired <= day)),
         day || at, due, iif(open, NULL, back || printf(' %02d:%02d:%02d', 9 + g % 9, h % 60, f % 60)),
         iif(open OR back <= due, 0, CAST(julianday(back) - julianday(due) AS INTEGER) * 0.25)
  FROM borrower ORDER BY day, at, k;

-- Reviews, by those who had the book.
INSERT INTO review (book_id, reader_id, stars, text, written)
  WITH had AS (
    SELECT copy.book_id, loan.reader_id, loan.id AS throw, loan.returned AS day
    FROM loan JOIN copy ON copy.id = loan.copy_id WHERE loan.returned < '2026-01-20'
    UNION ALL  -- and by some who had it before the loans begin
    SELECT book.id, reader.id, n, date('2020-12-20', '-' || (c % 2400) || ' days') AS day
    FROM dice JOIN book ON book.id = b % 4725 + 1 JOIN reader ON reader.id = d % 750 + 1
    WHERE n <= 12000 AND day > added_at AND day > joined
  ), thrown AS MATERIALIZED (
    SELECT had.*, dice.*, row_number() OVER (PARTITION BY book_id, reader_id ORDER BY day, throw) AS again,
           max(1, min(5, (json_array(5, 5, 5, 4, 4, 4, 3, 3, 2, 1) ->> (dice.b % 10)) + (json_array(0, 0, -1, 1, 0, 0, -1) ->> (book_id % 7)))) AS stars
    FROM had JOIN dice ON dice.n = throw WHERE dice.a % 4 = 1
  )
  SELECT book_id, reader_id, stars,
         CASE WHEN c % 100 < 35 THEN NULL WHEN c % 100 < 38 THEN '' ELSE
           (SELECT words ->> (d % n) FROM list WHERE name = CASE WHEN stars >= 4 THEN 'praise' WHEN stars = 3 THEN 'middling' ELSE 'blame' END) ||
           iif(e % 5 = 0, ' ' || (SELECT words ->> (f % n) FROM list WHERE name = 'middling'), '') END,
         date(day, '+' || (g % 9) || ' days') || printf(' %02d:%02d:%02d', 7 + h % 16, c % 60, d % 60) AS written
  FROM thrown WHERE again = 1 ORDER BY written, book_id, reader_id;
UPDATE book SET rating = (SELECT CAST(100 * sum(stars) / count(*) AS INTEGER) / 100.0 FROM review WHERE review.book_id = book.id)
  WHERE id IN (SELECT book_id FROM review);

-- Tags, on whatever one likes: a content type names the table, an object id the row.
INSERT INTO content_type (app_label, model) VALUES
  ('library', 'author'), ('library', 'biography'), ('library', 'book'), ('library', 'category'), ('library', 'copy'), ('library', 'country'), ('library', 'employee'),
  ('library', 'house'), ('library', 'loan'), ('library', 'publisher'), ('library', 'reader'), ('library', 'review'), ('library', 'room');
INSERT INTO tag (name, colour) VALUES
  ('staff pick', '#3459d1'), ('prize winner', '#d9a03f'), ('book club', '#156c3a'), ('translated', '#0b666d'), ('signed', '#a3216f'), ('sea', '#35607f'), ('love', '#c62839'), ('war', '#515b70'),
  ('friendship', '#9a4108'), ('family saga', '#7f5300'), ('debut', '#533b9e'), ('illustrated', '#57cdbf'), ('large print', NULL), ('bilingual', '#7a4a86'), ('set in our town', '#1f6b2e'), ('funny', '#f2c14e'),
  ('sad', '#33415c'), ('short', NULL), ('very long', NULL), ('classic', '#6b2737'), ('banned once', '#b91f31'), ('climate', '#2f5d50'), ('maps inside', '#8da399'), ('read aloud', '#f58a9b'),
  ('exam', NULL), ('needs repair', '#c8553d'), ('gift', '#a63d40'), ('🌙 bedtime', '#1f3a5f'), ('où est-il ?', NULL), ('日本', '#bf3b2b'), ('nobody uses this one', NULL);
INSERT INTO tagged_item (tag_id, content_type_id, object_id, tagged_by_id)
  WITH tied AS (
    SELECT dice.n, 1 + (dice.b % 1000) * (dice.c % 1000) * 30 / 1000000 AS tag_id, content_type.id AS content_type_id, dice.e,
           CASE content_type.model WHEN 'book' THEN 1 + dice.d % 4725 WHEN 'author' THEN 1 + dice.d % 812 WHEN 'reader' THEN 1 + dice.d % 1248
                WHEN 'house' THEN 1 + dice.d % 6 ELSE 1 + dice.d % 29 END AS object_id
    FROM dice JOIN content_type ON content_type.model = CASE WHEN dice.a % 100 < 84 THEN 'book' WHEN dice.a % 100 < 95 THEN 'author' WHEN dice.a % 100 < 98 THEN 'reader'
           WHEN dice.a % 100 < 99 THEN 'house' ELSE 'room' END
    WHERE dice.n BETWEEN 12000 AND 21000
  ), once AS (
    SELECT *, row_number() OVER (PARTITION BY tag_id, content_type_id, object_id ORDER BY n) AS again FROM tied
  )
  SELECT tag_id, content_type_id, object_id, iif(e % 5 = 0, NULL, 10 + e % 37) FROM once WHERE again = 1 ORDER BY n;

DROP TABLE dice;
DROP TABLE list;
DROP TABLE culture;
DROP TABLE drawing;
DROP TABLE palette;
DROP TABLE person;
DROP TABLE printer;
DROP TABLE shelf;
DROP TABLE shelves;
DROP TABLE work;
DROP TABLE made;
DROP TABLE lent;

RELEASE library;
