CREATE TABLE article(id integer primary key autoincrement, title varchar(100) not null, body text null, author_id integer not null references person(id), editor_id integer null references person(id), published datetime null, created datetime not null, rating integer null, price decimal(10,2) not null, flag bool null, meta text null check ((JSON_VALID("meta") OR "meta" IS NULL)), data blob null, ratio real not null);
--
INSERT INTO "article" VALUES(1,'Zeta','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',9,14,NULL,'2005-07-28 12:30:45.000180',7,-3.3,0,'{"a": "1"}',NULL,-2.5);
--
INSERT INTO "article" VALUES(2,'quote"s','body',6,17,'2010-01-04 00:00:01.500000','2000-01-01 00:00:00',NULL,0.99,1,'{"a": [1, "x"], "list": [{"n": 1}, {"n": 2}]}',X'',0.0);
--
INSERT INTO "article" VALUES(3,'back\slash','',9,20,'2008-12-31 12:30:45','2012-06-30 23:59:59.123456',100,0.99,0,'true',X'00FF',0.5);
--
INSERT INTO "article" VALUES(4,'under_score','body',6,3,NULL,'2008-12-31 12:30:45',0,2.5,0,'{"b": {"c": "y"}, "a": 1.5}',NULL,0.5);
--
INSERT INTO "article" VALUES(5,'back\slash','Some Body',2,13,'2005-07-28 12:30:45.000180','2008-02-29 06:00:00',1,1234567.89,1,'{"b": {"c": "y"}, "a": 1.5}',NULL,1.0);
--
INSERT INTO "article" VALUES(6,'Alpha','',8,NULL,'2012-06-30 23:59:59.123456','2012-06-30 23:59:59.123456',NULL,0.99,NULL,'true',NULL,100.0);
--
INSERT INTO "article" VALUES(7,'Gamma ray','',7,9,'2012-06-30 23:59:59.123456','2020-12-28 01:02:03',100,1.1,1,'[1, 2, 3]',X'74657874',1.0);
--
INSERT INTO "article" VALUES(8,'Alpha',NULL,5,3,NULL,'2000-01-01 00:00:00',NULL,1234567.89,1,'{"a": "1"}',X'',0.5);
--
INSERT INTO "article" VALUES(9,'beta',NULL,3,7,'2008-12-31 12:30:45','2008-02-29 06:00:00',3,2.5,1,'true',NULL,3.3333);
--
INSERT INTO "article" VALUES(10,'','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',9,NULL,NULL,'2010-01-03 23:59:59',100,10,0,'"text"',X'00FF',100.0);
--
INSERT INTO "article" VALUES(11,'Beta','line
break',3,13,'1999-12-31 23:59:59.999999','1999-12-31 23:59:59.999999',0,99.95,NULL,'{}',X'616263',3.3333);
--
INSERT INTO "article" VALUES(12,'über','body',3,9,'2008-12-31 12:30:45','2009-01-01 00:00:00',7,0,0,'{"b": {"c": "y"}, "a": 1.5}',NULL,1.25);
--
INSERT INTO "article" VALUES(13,'beta',NULL,11,NULL,NULL,'2000-01-01 00:00:00',1,0,NULL,'5',X'',-2.5);
--
INSERT INTO "article" VALUES(14,'日本語 text',NULL,12,NULL,'2009-01-01 00:00:00','2010-01-04 00:00:01.500000',NULL,2.5,1,'[]',X'00FF',100.0);
--
INSERT INTO "article" VALUES(15,'','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',1,19,NULL,'1999-12-31 23:59:59.999999',1,1.1,1,'null',X'',3.3333);
--
INSERT INTO "article" VALUES(16,'ÜBER',NULL,8,3,'2012-06-30 23:59:59.123456','2000-01-01 00:00:00',NULL,-3.3,NULL,'true',X'00FF',0.5);
--
INSERT INTO "article" VALUES(17,'ÜBER','line
break',8,16,'2000-01-01 00:00:00','2008-12-31 12:30:45',-2,0.99,NULL,'true',X'616263',0.5);
--
INSERT INTO "article" VALUES(18,'Alpha',NULL,5,4,NULL,'2012-06-30 23:59:59.123456',3,-3.3,0,'"text"',X'616263',1.25);
--
INSERT INTO "article" VALUES(19,'Alpha','',9,15,NULL,'2008-02-29 06:00:00',0,2.5,NULL,'{"b": {"c": "y"}, "a": 1.5}',X'00FF',3.3333);
--
INSERT INTO "article" VALUES(20,'','',12,NULL,'2010-01-04 00:00:01.500000','2005-07-28 12:30:45.000180',-2,-3.3,1,'[]',X'616263',0.0);
--
INSERT INTO "article" VALUES(21,'日本語 text',NULL,6,NULL,'2008-02-29 06:00:00','2008-12-31 12:30:45',3,10,1,'{"a": 1, "b": {"c": "x", "d": [1, 2, {"e": null}]}}',X'616263',100.0);
--
INSERT INTO "article" VALUES(22,'über',NULL,2,2,'2008-12-31 12:30:45','2005-07-28 12:30:45.000180',2,10,NULL,'{"b": {"c": "y"}, "a": 1.5}',X'74657874',100.0);
--
INSERT INTO "article" VALUES(23,'it''s','line
break',9,NULL,NULL,'2010-01-03 23:59:59',100,2.5,NULL,'null',NULL,1.25);
--
INSERT INTO "article" VALUES(24,'50% off',NULL,12,9,'2008-02-29 06:00:00','2012-06-30 23:59:59.123456',NULL,2.5,1,'{"a": "x\"y", "0": "zero"}',X'00FF',1.0);
--
INSERT INTO "article" VALUES(25,'it''s','a%b',9,NULL,'2005-07-28 12:30:45.000180','2000-01-01 00:00:00',NULL,99.95,NULL,NULL,X'74657874',3.3333);
--
INSERT INTO "article" VALUES(26,'','Some Body',6,2,'2020-12-28 01:02:03','2005-07-28 12:30:45.000180',7,0.99,1,'{}',X'74657874',1.25);
--
INSERT INTO "article" VALUES(27,'über','Ünï',1,NULL,'2010-01-04 00:00:01.500000','2010-01-04 00:00:01.500000',NULL,1234567.89,0,'5',NULL,0.5);
--
INSERT INTO "article" VALUES(28,'',NULL,12,NULL,NULL,'2005-07-28 12:30:45.000180',2,0,0,'{"a": "1"}',X'616263',1.25);
--
INSERT INTO "article" VALUES(29,'quote"s',NULL,2,10,NULL,'2008-12-31 12:30:45',2,0,1,'{"a": [1, "x"], "list": [{"n": 1}, {"n": 2}]}',X'616263',3.3333);
--
INSERT INTO "article" VALUES(30,'日本語 text','Some Body',4,NULL,'2010-01-03 23:59:59','2008-12-31 12:30:45',NULL,-3.3,0,'{"a": 1, "b": {"c": "x", "d": [1, 2, {"e": null}]}}',NULL,1.25);
--
INSERT INTO "article" VALUES(31,'Beta',NULL,1,11,'2009-01-01 00:00:00','2008-02-29 06:00:00',-2,1234567.89,1,'"text"',X'616263',0.5);
--
INSERT INTO "article" VALUES(32,'ÜBER',NULL,5,4,'2010-01-04 00:00:01.500000','2008-02-29 06:00:00',100,0,NULL,'{}',NULL,-2.5);
--
INSERT INTO "article" VALUES(33,'Gamma ray',NULL,1,NULL,'2009-01-01 00:00:00','2000-01-01 00:00:00',1,2.5,0,'{"a": [1, "x"], "list": [{"n": 1}, {"n": 2}]}',X'',3.3333);
--
INSERT INTO "article" VALUES(34,'under_score','Ünï',6,NULL,NULL,'2000-01-01 00:00:00',4,1.1,0,'{}',X'616263',1.0);
--
INSERT INTO "article" VALUES(35,'日本語 text','Ünï',1,NULL,'2012-06-30 23:59:59.123456','2008-02-29 06:00:00',4,-3.3,1,'{}',X'',1.25);
--
INSERT INTO "article" VALUES(36,'beta','Ünï',5,7,'2020-12-28 01:02:03','2008-12-31 12:30:45',4,0,1,'{"a": true, "k": [], "é": "ü"}',NULL,3.3333);
--
INSERT INTO "article" VALUES(37,'it''s','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',11,NULL,NULL,'2010-01-04 00:00:01.500000',5,10,NULL,'{"a": "x\"y", "0": "zero"}',NULL,3.3333);
--
INSERT INTO "article" VALUES(38,'über','Ünï',3,NULL,'2009-01-01 00:00:00','2020-12-28 01:02:03',0,10,NULL,'{"a": 1, "b": {"c": "x", "d": [1, 2, {"e": null}]}}',X'',-2.5);
--
INSERT INTO "article" VALUES(39,'50% off','Some Body',2,NULL,NULL,'2010-01-03 23:59:59',100,-3.3,NULL,'{"a": [1, "x"], "list": [{"n": 1}, {"n": 2}]}',X'00FF',100.0);
--
INSERT INTO "article" VALUES(40,'it''s','line
break',5,NULL,'2008-12-31 12:30:45','2008-12-31 12:30:45',2,2.5,NULL,'"text"',NULL,1.0);
--
CREATE TABLE article_tag(id integer primary key autoincrement, article_id integer not null references article(id), tag_id integer not null references tag(id), unique(article_id, tag_id));
--
INSERT INTO "article_tag" VALUES(1,8,4);
--
INSERT INTO "article_tag" VALUES(2,21,2);
--
INSERT INTO "article_tag" VALUES(3,21,8);
--
INSERT INTO "article_tag" VALUES(4,2,2);
--
INSERT INTO "article_tag" VALUES(5,1,8);
--
INSERT INTO "article_tag" VALUES(6,29,4);
--
INSERT INTO "article_tag" VALUES(7,27,8);
--
INSERT INTO "article_tag" VALUES(8,30,6);
--
INSERT INTO "article_tag" VALUES(9,2,5);
--
INSERT INTO "article_tag" VALUES(10,8,2);
--
INSERT INTO "article_tag" VALUES(11,2,4);
--
INSERT INTO "article_tag" VALUES(12,20,4);
--
INSERT INTO "article_tag" VALUES(13,30,2);
--
INSERT INTO "article_tag" VALUES(14,12,3);
--
INSERT INTO "article_tag" VALUES(15,15,5);
--
INSERT INTO "article_tag" VALUES(16,25,1);
--
INSERT INTO "article_tag" VALUES(17,4,6);
--
INSERT INTO "article_tag" VALUES(18,7,1);
--
INSERT INTO "article_tag" VALUES(19,12,6);
--
INSERT INTO "article_tag" VALUES(20,5,1);
--
INSERT INTO "article_tag" VALUES(21,7,5);
--
INSERT INTO "article_tag" VALUES(22,27,1);
--
INSERT INTO "article_tag" VALUES(23,27,6);
--
INSERT INTO "article_tag" VALUES(24,14,6);
--
INSERT INTO "article_tag" VALUES(25,6,5);
--
INSERT INTO "article_tag" VALUES(26,3,4);
--
INSERT INTO "article_tag" VALUES(27,2,8);
--
INSERT INTO "article_tag" VALUES(28,18,8);
--
INSERT INTO "article_tag" VALUES(29,3,7);
--
INSERT INTO "article_tag" VALUES(30,4,7);
--
INSERT INTO "article_tag" VALUES(31,22,3);
--
INSERT INTO "article_tag" VALUES(32,21,3);
--
INSERT INTO "article_tag" VALUES(33,13,5);
--
INSERT INTO "article_tag" VALUES(34,14,5);
--
INSERT INTO "article_tag" VALUES(35,22,5);
--
INSERT INTO "article_tag" VALUES(36,14,1);
--
INSERT INTO "article_tag" VALUES(37,10,6);
--
INSERT INTO "article_tag" VALUES(38,14,7);
--
INSERT INTO "article_tag" VALUES(39,1,6);
--
INSERT INTO "article_tag" VALUES(40,21,4);
--
INSERT INTO "article_tag" VALUES(41,13,7);
--
INSERT INTO "article_tag" VALUES(42,14,3);
--
INSERT INTO "article_tag" VALUES(43,14,2);
--
INSERT INTO "article_tag" VALUES(44,27,2);
--
INSERT INTO "article_tag" VALUES(45,13,6);
--
INSERT INTO "article_tag" VALUES(46,15,3);
--
INSERT INTO "article_tag" VALUES(47,2,3);
--
INSERT INTO "article_tag" VALUES(48,21,7);
--
INSERT INTO "article_tag" VALUES(49,3,6);
--
INSERT INTO "article_tag" VALUES(50,24,3);
--
INSERT INTO "article_tag" VALUES(51,5,6);
--
INSERT INTO "article_tag" VALUES(52,10,3);
--
INSERT INTO "article_tag" VALUES(53,17,3);
--
INSERT INTO "article_tag" VALUES(54,16,4);
--
CREATE TABLE comment(id integer primary key autoincrement, article_id integer null references article(id), person_id integer null references person(id), text text not null, stars smallint not null, at datetime not null);
--
INSERT INTO "comment" VALUES(1,NULL,1,'y',2,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(2,20,NULL,'great Ä',4,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(3,21,4,'',1,'2010-01-04 00:00:01.500000');
--
INSERT INTO "comment" VALUES(4,6,1,'',1,'2010-01-03 23:59:59');
--
INSERT INTO "comment" VALUES(5,NULL,4,'ok',1,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(6,18,NULL,'ok',2,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(7,13,9,'ok',2,'2010-01-03 23:59:59');
--
INSERT INTO "comment" VALUES(8,10,7,'x',3,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(9,15,1,'y',3,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(10,15,13,'ok',1,'2010-01-04 00:00:01.500000');
--
INSERT INTO "comment" VALUES(11,NULL,3,'x',0,'2010-01-04 00:00:01.500000');
--
INSERT INTO "comment" VALUES(12,17,NULL,'First',0,'2009-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(13,25,NULL,'',3,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(14,1,10,'ok',0,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(15,5,8,'ok',1,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(16,3,10,'First',2,'2020-12-28 01:02:03');
--
INSERT INTO "comment" VALUES(17,9,NULL,'',3,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(18,19,NULL,'x',0,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(19,6,11,'great Ä',2,'2010-01-03 23:59:59');
--
INSERT INTO "comment" VALUES(20,6,NULL,'',0,'2009-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(21,15,10,'first',2,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(22,21,12,'x',3,'2009-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(23,NULL,6,'y',1,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(24,20,1,'',2,'2008-12-31 12:30:45');
--
INSERT INTO "comment" VALUES(25,21,14,'great Ä',2,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(26,NULL,3,'great Ä',3,'2010-01-03 23:59:59');
--
INSERT INTO "comment" VALUES(27,17,NULL,'First',4,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(28,NULL,10,'first',4,'2009-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(29,18,10,'First',1,'2009-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(30,20,NULL,'ok',1,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(31,NULL,NULL,'great Ä',2,'2010-01-03 23:59:59');
--
INSERT INTO "comment" VALUES(32,9,1,'',2,'2020-12-28 01:02:03');
--
INSERT INTO "comment" VALUES(33,21,10,'great Ä',3,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(34,6,NULL,'first',3,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(35,8,15,'first',4,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(36,22,3,'',4,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(37,21,14,'',2,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(38,10,15,'y',5,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(39,1,7,'y',0,'2010-01-04 00:00:01.500000');
--
INSERT INTO "comment" VALUES(40,6,2,'great Ä',0,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(41,11,15,'ok',2,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(42,9,11,'ok',4,'2008-12-31 12:30:45');
--
INSERT INTO "comment" VALUES(43,10,NULL,'',0,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(44,9,14,'First',5,'2009-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(45,7,6,'y',5,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(46,16,9,'ok',0,'2010-01-03 23:59:59');
--
INSERT INTO "comment" VALUES(47,24,15,'First',3,'2020-12-28 01:02:03');
--
INSERT INTO "comment" VALUES(48,NULL,NULL,'first',0,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(49,4,3,'First',5,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(50,NULL,12,'first',5,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(51,NULL,14,'x',1,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(52,NULL,14,'great Ä',3,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(53,8,NULL,'ok',5,'2000-01-01 00:00:00');
--
INSERT INTO "comment" VALUES(54,25,5,'First',0,'2008-02-29 06:00:00');
--
INSERT INTO "comment" VALUES(55,10,7,'x',2,'2008-12-31 12:30:45');
--
INSERT INTO "comment" VALUES(56,2,6,'ok',4,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(57,16,10,'ok',3,'1999-12-31 23:59:59.999999');
--
INSERT INTO "comment" VALUES(58,14,2,'great Ä',0,'2012-06-30 23:59:59.123456');
--
INSERT INTO "comment" VALUES(59,19,14,'',2,'2005-07-28 12:30:45.000180');
--
INSERT INTO "comment" VALUES(60,NULL,4,'ok',0,'1999-12-31 23:59:59.999999');
--
CREATE TABLE event(id integer primary key autoincrement, day date not null, starts time not null, at datetime null, code varchar(10) not null unique, size bigint not null, amount decimal(6,2) null);
--
INSERT INTO "event" VALUES(1,'2005-07-28','23:59:59.999999','2008-12-31 12:30:45','E01',2147483648,NULL);
--
INSERT INTO "event" VALUES(2,'2000-01-01','00:00:00','2008-02-29 06:00:00','E02',2147483648,NULL);
--
INSERT INTO "event" VALUES(3,'2010-01-03','23:59:59.999999','2012-06-30 23:59:59.123456','E03',-1,NULL);
--
INSERT INTO "event" VALUES(4,'2008-12-31','12:34:56.000001','1999-12-31 23:59:59.999999','E04',-5,1000);
--
INSERT INTO "event" VALUES(5,'2020-12-28','12:34:56.000001','2008-02-29 06:00:00','E05',86400000000,0);
--
INSERT INTO "event" VALUES(6,'2005-07-28','07:00:00','2010-01-04 00:00:01.500000','E06',-1,1.1);
--
INSERT INTO "event" VALUES(7,'2008-02-29','12:34:56.000001',NULL,'E07',2147483648,1000);
--
INSERT INTO "event" VALUES(8,'2020-12-28','12:34:56.000001','2012-06-30 23:59:59.123456','E08',-5,2.55);
--
INSERT INTO "event" VALUES(9,'2009-01-01','07:00:00','2010-01-03 23:59:59','E09',0,NULL);
--
INSERT INTO "event" VALUES(10,'2008-02-29','23:59:59.999999','2008-02-29 06:00:00','E10',0,0);
--
INSERT INTO "event" VALUES(11,'2008-02-29','12:34:56.000001',NULL,'E11',-5,-9.99);
--
INSERT INTO "event" VALUES(12,'2010-01-03','12:34:56.000001','2008-02-29 06:00:00','E12',1,1000);
--
INSERT INTO "event" VALUES(13,'2000-01-01','00:00:00',NULL,'E13',2147483648,NULL);
--
INSERT INTO "event" VALUES(14,'2000-01-01','12:34:56.000001','2010-01-03 23:59:59','E14',86400000000,-9.99);
--
INSERT INTO "event" VALUES(15,'2000-01-01','23:59:59.999999','2008-12-31 12:30:45','E15',4611686018427387904,2.55);
--
INSERT INTO "event" VALUES(16,'2010-01-03','12:34:56.000001',NULL,'E16',-5,1.1);
--
INSERT INTO "event" VALUES(17,'2008-02-29','12:34:56.000001','2012-06-30 23:59:59.123456','E17',-5,2.55);
--
INSERT INTO "event" VALUES(18,'2010-01-03','12:34:56.000001','2008-12-31 12:30:45','E18',86400000000,2.55);
--
INSERT INTO "event" VALUES(19,'2010-01-04','00:00:00',NULL,'E19',2147483648,-9.99);
--
INSERT INTO "event" VALUES(20,'2005-07-28','12:34:56.000001','1999-12-31 23:59:59.999999','E20',-5,-9.99);
--
INSERT INTO "event" VALUES(21,'2008-12-31','00:00:00','2010-01-04 00:00:01.500000','E21',4611686018427387904,1.1);
--
INSERT INTO "event" VALUES(22,'2009-01-01','23:59:59.999999','2008-12-31 12:30:45','E22',0,1.1);
--
INSERT INTO "event" VALUES(23,'2009-01-01','23:59:59.999999','2012-06-30 23:59:59.123456','E23',86400000000,NULL);
--
INSERT INTO "event" VALUES(24,'1999-12-31','23:59:59.999999','2000-01-01 00:00:00','E24',-1,NULL);
--
INSERT INTO "event" VALUES(25,'2005-07-28','23:59:59.999999','2005-07-28 12:30:45.000180','E25',-1,NULL);
--
INSERT INTO "event" VALUES(26,'2010-01-03','23:59:59.999999','2020-12-28 01:02:03','E26',4611686018427387904,1.1);
--
INSERT INTO "event" VALUES(27,'2012-06-30','00:00:00','2008-02-29 06:00:00','E27',1,NULL);
--
INSERT INTO "event" VALUES(28,'2010-01-04','07:00:00',NULL,'E28',2147483648,2.55);
--
INSERT INTO "event" VALUES(29,'2010-01-04','12:34:56.000001',NULL,'E29',2147483648,2.55);
--
INSERT INTO "event" VALUES(30,'2008-02-29','12:34:56.000001','2005-07-28 12:30:45.000180','E30',-5,NULL);
--
CREATE TABLE fan(article_id integer not null references article(id), person_id integer not null references person(id), weight integer not null, primary key(article_id, person_id));
--
INSERT INTO "fan" VALUES(12,12,-1);
--
INSERT INTO "fan" VALUES(16,16,0);
--
INSERT INTO "fan" VALUES(16,14,1);
--
INSERT INTO "fan" VALUES(27,13,1);
--
INSERT INTO "fan" VALUES(19,7,1);
--
INSERT INTO "fan" VALUES(27,8,4);
--
INSERT INTO "fan" VALUES(8,12,0);
--
INSERT INTO "fan" VALUES(4,15,-1);
--
INSERT INTO "fan" VALUES(16,17,4);
--
INSERT INTO "fan" VALUES(18,17,-1);
--
INSERT INTO "fan" VALUES(21,10,1);
--
INSERT INTO "fan" VALUES(4,11,2);
--
INSERT INTO "fan" VALUES(29,16,-1);
--
INSERT INTO "fan" VALUES(14,15,-1);
--
INSERT INTO "fan" VALUES(12,8,1);
--
INSERT INTO "fan" VALUES(9,11,3);
--
INSERT INTO "fan" VALUES(17,7,2);
--
INSERT INTO "fan" VALUES(29,15,0);
--
INSERT INTO "fan" VALUES(15,7,3);
--
INSERT INTO "fan" VALUES(20,17,4);
--
INSERT INTO "fan" VALUES(25,14,4);
--
INSERT INTO "fan" VALUES(2,10,3);
--
INSERT INTO "fan" VALUES(11,13,0);
--
INSERT INTO "fan" VALUES(28,18,2);
--
INSERT INTO "fan" VALUES(22,13,4);
--
INSERT INTO "fan" VALUES(11,7,2);
--
INSERT INTO "fan" VALUES(15,16,1);
--
INSERT INTO "fan" VALUES(19,8,0);
--
INSERT INTO "fan" VALUES(11,12,4);
--
INSERT INTO "fan" VALUES(8,13,0);
--
INSERT INTO "fan" VALUES(9,9,4);
--
INSERT INTO "fan" VALUES(27,18,3);
--
INSERT INTO "fan" VALUES(5,16,0);
--
INSERT INTO "fan" VALUES(8,16,1);
--
INSERT INTO "fan" VALUES(20,13,1);
--
INSERT INTO "fan" VALUES(6,8,1);
--
INSERT INTO "fan" VALUES(7,9,4);
--
INSERT INTO "fan" VALUES(4,7,4);
--
INSERT INTO "fan" VALUES(4,8,2);
--
CREATE TABLE person(id integer primary key autoincrement, name varchar(50) not null, nick varchar(20) null, born date null, height real null, boss_id integer null references person(id), active bool not null, wake time null);
--
INSERT INTO "person" VALUES(1,'Ann','nick','2010-01-03',1.5,NULL,1,NULL);
--
INSERT INTO "person" VALUES(2,'bob',NULL,'2000-01-01',NULL,NULL,1,'06:30:15');
--
INSERT INTO "person" VALUES(3,'Éclair',' x','2020-12-28',1.5,1,1,NULL);
--
INSERT INTO "person" VALUES(4,'éclair','a','2012-06-30',NULL,3,1,'12:00:00.500000');
--
INSERT INTO "person" VALUES(5,'ÉCLAIR',NULL,'2008-02-29',-1.25,3,0,NULL);
--
INSERT INTO "person" VALUES(6,'Zoë','B',NULL,2.0,3,1,NULL);
--
INSERT INTO "person" VALUES(7,'O''Brien',NULL,NULL,0.0,NULL,1,'23:59:59.999999');
--
INSERT INTO "person" VALUES(8,'100%','nick','2020-12-28',1.5,3,0,'07:00:00');
--
INSERT INTO "person" VALUES(9,'a_b','nick',NULL,0.0,NULL,1,'06:30:15');
--
INSERT INTO "person" VALUES(10,'a\b',NULL,NULL,1.75,NULL,1,NULL);
--
INSERT INTO "person" VALUES(11,'','B',NULL,0.0,7,1,NULL);
--
INSERT INTO "person" VALUES(12,'  pad ',NULL,'2010-01-04',NULL,NULL,1,'12:00:00.500000');
--
INSERT INTO "person" VALUES(13,'日本','B','2012-06-30',1.8,1,0,'12:00:00.500000');
--
INSERT INTO "person" VALUES(14,'ann','','2010-01-04',NULL,4,1,NULL);
--
INSERT INTO "person" VALUES(15,'Ann','a',NULL,2.0,2,0,'06:30:15');
--
INSERT INTO "person" VALUES(16,'straße','nick',NULL,0.0,8,1,NULL);
--
INSERT INTO "person" VALUES(17,'STRASSE','nick','2010-01-04',1.75,7,1,'06:30:15');
--
INSERT INTO "person" VALUES(18,'İstanbul','a','2008-12-31',1.5,9,0,'23:59:59.999999');
--
INSERT INTO "person" VALUES(19,'x"y',' x','2012-06-30',1.75,7,0,NULL);
--
INSERT INTO "person" VALUES(20,'Bob','','1999-12-31',2.0,7,0,'00:00:00');
--
CREATE TABLE profile(id integer primary key autoincrement, person_id integer not null unique references person(id), bio text null, score decimal(8,3) null);
--
INSERT INTO "profile" VALUES(1,4,'long text
with lines',NULL);
--
INSERT INTO "profile" VALUES(2,5,NULL,2.25);
--
INSERT INTO "profile" VALUES(3,6,'',1000.001);
--
INSERT INTO "profile" VALUES(4,7,'',-3.125);
--
INSERT INTO "profile" VALUES(5,8,'bio',1.5);
--
INSERT INTO "profile" VALUES(6,9,'Über',2.25);
--
INSERT INTO "profile" VALUES(7,10,NULL,99999.999);
--
INSERT INTO "profile" VALUES(8,11,'',1.5);
--
INSERT INTO "profile" VALUES(9,12,'Über',NULL);
--
INSERT INTO "profile" VALUES(10,13,'',2.25);
--
INSERT INTO "profile" VALUES(11,14,'',NULL);
--
INSERT INTO "profile" VALUES(12,15,NULL,99999.999);
--
CREATE TABLE tag(id integer primary key autoincrement, label varchar(30) not null unique, parent_id integer null references tag(id));
--
INSERT INTO "tag" VALUES(1,'red',NULL);
--
INSERT INTO "tag" VALUES(2,'green',1);
--
INSERT INTO "tag" VALUES(3,'blue',1);
--
INSERT INTO "tag" VALUES(4,'Red',NULL);
--
INSERT INTO "tag" VALUES(5,'rot%',NULL);
--
INSERT INTO "tag" VALUES(6,'_',2);
--
INSERT INTO "tag" VALUES(7,'a\',NULL);
--
INSERT INTO "tag" VALUES(8,'é',4);
--
INSERT INTO "tag" VALUES(9,'É',1);
--
INSERT INTO "tag" VALUES(10,'x y',6);
