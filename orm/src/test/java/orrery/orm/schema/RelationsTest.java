package orrery.orm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.orm.schema.Inspecting.describe;
import static orrery.orm.schema.Inspecting.inspect;

import org.junit.jupiter.api.Test;
import orrery.orm.meta.Models;

class RelationsTest {

  @Test
  void aForeignKeyThatIsUniqueIsAOneToOneField() {
    Models models =
        inspect(
                "CREATE TABLE place (id INTEGER PRIMARY KEY)",
                "CREATE TABLE bar (id INTEGER PRIMARY KEY, place_id INTEGER UNIQUE REFERENCES place)",
                "CREATE TABLE cafe (place_id INTEGER PRIMARY KEY REFERENCES place)",
                "CREATE TABLE inn (id INTEGER PRIMARY KEY, place_id INTEGER REFERENCES place)",
                "CREATE UNIQUE INDEX some ON inn (place_id) WHERE id > 10")
            .models();
    assertThat(describe(models, "Bar"))
        .contains("OneToOneField place to Place.id DO_NOTHING null unique");
    assertThat(describe(models, "Cafe"))
        .containsExactly("OneToOneField place to Place.id DO_NOTHING key unique");
    assertThat(describe(models, "Inn")).contains("ForeignKey place to Place.id DO_NOTHING null");
    assertThat(describe(models, "Place"))
        .contains(
            "ReverseForeignKey bar as bar (one)",
            "ReverseForeignKey cafe as cafe (one)",
            "ReverseForeignKey inn as inn_set");
  }

  @Test
  void whatBecomesOfARowIsTheDatabasesAffair() {
    Models models =
        inspect(
                "CREATE TABLE a (id INTEGER PRIMARY KEY)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY, c REFERENCES a ON DELETE CASCADE,"
                    + " n REFERENCES a ON DELETE SET NULL, d REFERENCES a ON DELETE SET DEFAULT,"
                    + " r REFERENCES a ON DELETE RESTRICT)")
            .models();
    assertThat(describe(models, "B"))
        .contains(
            "ForeignKey c to A.id DB_CASCADE null",
            "ForeignKey n to A.id DB_SET_NULL null",
            "ForeignKey d to A.id DB_SET_DEFAULT null",
            "ForeignKey r to A.id DO_NOTHING null");
  }

  @Test
  void aForeignKeyMayPointToAnyUniqueColumnInAnySpelling() {
    Models models =
        inspect(
                "CREATE TABLE Country (id INTEGER PRIMARY KEY, Code CHAR(2) UNIQUE, name TEXT)",
                "CREATE TABLE city (id INTEGER PRIMARY KEY, country TEXT REFERENCES COUNTRY (CODE))")
            .models();
    assertThat(describe(models, "City"))
        .contains("ForeignKey country(2) to Country.code DO_NOTHING null");
  }

  @Test
  void aForeignKeyThatLeadsNowhereLeavesItsColumnAsItIs() {
    Inspected inspected =
        inspect(
            "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)",
            "CREATE TABLE pair (p, q, PRIMARY KEY (p, q))",
            "CREATE TABLE b (id INTEGER PRIMARY KEY, gone_id INTEGER REFERENCES nowhere,"
                + " wrong_id INTEGER REFERENCES a (nope), loose_id TEXT REFERENCES a (x),"
                + " half_id INTEGER REFERENCES pair)");
    assertThat(describe(inspected.models(), "B"))
        .containsExactly(
            "AutoField id key",
            "IntegerField gone_id null",
            "IntegerField wrong_id null",
            "TextField loose_id null",
            "IntegerField half_id null");
    assertThat(inspected.warnings())
        .containsExactly(
            "The foreign key b (gone_id) to nowhere is not taken for a relation: there is no such"
                + " table.",
            "The foreign key b (wrong_id) to a (nope) is not taken for a relation: it has no such"
                + " column.",
            "The foreign key b (loose_id) to a (x) is not taken for a relation: what it points to is"
                + " not unique.",
            "The foreign key b (half_id) to pair is not taken for a relation: its primary key has"
                + " other columns.");
  }

  @Test
  void aForeignKeyOverSeveralColumnsIsAForeignObject() {
    Models models =
        inspect(
                "CREATE TABLE room (house INTEGER, number INTEGER, PRIMARY KEY (house, number))",
                "CREATE TABLE bed (id INTEGER PRIMARY KEY, h INTEGER NOT NULL, n INTEGER NOT NULL,"
                    + " FOREIGN KEY (h, n) REFERENCES room)",
                "CREATE TABLE safe (id INTEGER PRIMARY KEY, n INTEGER, h INTEGER, UNIQUE (h, n),"
                    + " FOREIGN KEY (n, h) REFERENCES room (number, house) ON DELETE CASCADE)")
            .models();
    assertThat(describe(models, "Room"))
        .containsExactly(
            "IntegerField house key",
            "IntegerField number key",
            "ReverseForeignObject bed as bed_set",
            "ReverseForeignObject safe as safe (one)");
    assertThat(describe(models, "Bed"))
        .contains("ForeignObject room to Room[house, number] by [h, n]", "IntegerField h");
    assertThat(describe(models, "Safe"))
        .contains("ForeignObject room to Room[number, house] by [n, h] null unique");
  }

  @Test
  void severalForeignKeysOnOneColumnAreAllRelations() {
    Models models =
        inspect(
                "CREATE TABLE a (id INTEGER PRIMARY KEY)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, x INTEGER REFERENCES a REFERENCES b)")
            .models();
    assertThat(describe(models, "C"))
        .containsExactly(
            "AutoField id key",
            "ForeignKey x to A.id DO_NOTHING null",
            "ForeignObject b to B[id] by [x] null");
  }

  @Test
  void aForeignKeyToAForeignKeyHasTheTypeAtItsEnd() {
    Models models =
        inspect(
                "CREATE TABLE a (code VARCHAR(8) PRIMARY KEY)",
                "CREATE TABLE b (a PRIMARY KEY REFERENCES a)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, b REFERENCES b)",
                "CREATE TABLE d (e INT PRIMARY KEY REFERENCES e)",
                "CREATE TABLE e (d INT PRIMARY KEY REFERENCES d)")
            .models();
    assertThat(describe(models, "C")).contains("ForeignKey b(8) to B.a DO_NOTHING null");
    assertThat(models.get("D").localFields().getFirst().type().name()).isEqualTo("IntegerField");
  }

  @Test
  void twoRelationsToOneModelAreToldApart() {
    Models models =
        inspect(
                "CREATE TABLE team (id INTEGER PRIMARY KEY)",
                "CREATE TABLE game (id INTEGER PRIMARY KEY, home_id REFERENCES team,"
                    + " guest_id REFERENCES team, referee_id UNIQUE REFERENCES team)")
            .models();
    assertThat(describe(models, "Team"))
        .containsExactly(
            "AutoField id key",
            "ReverseForeignKey game_home_set as game_home_set",
            "ReverseForeignKey game_guest_set as game_guest_set",
            "ReverseForeignKey game_referee as game_referee (one)");
  }

  @Test
  void aReverseRelationGivesWayToAField() {
    Models models =
        inspect(
                "CREATE TABLE employee (id INTEGER PRIMARY KEY, employee TEXT,"
                    + " reports_to INTEGER REFERENCES employee)",
                "CREATE TABLE office (id INTEGER PRIMARY KEY, desk_set TEXT)",
                "CREATE TABLE desk (id INTEGER PRIMARY KEY, office_id REFERENCES office)")
            .models();
    assertThat(describe(models, "Employee"))
        .contains("ReverseForeignKey employee_reports_to_set as employee_reports_to_set");
    assertThat(describe(models, "Office"))
        .contains("ReverseForeignKey desk_office_set as desk_office_set");
  }

  @Test
  void aJoinTableMayHaveAKeyAndColumnsOfItsOwn() {
    Models models =
        inspect(
                "CREATE TABLE author (id INTEGER PRIMARY KEY)",
                "CREATE TABLE category (id INTEGER PRIMARY KEY)",
                "CREATE TABLE book (id INTEGER PRIMARY KEY)",
                "CREATE TABLE book_author (id INTEGER PRIMARY KEY, role TEXT,"
                    + " author_id INTEGER NOT NULL REFERENCES author,"
                    + " book_id INTEGER NOT NULL REFERENCES book, UNIQUE (book_id, author_id))",
                "CREATE TABLE book_category (book_id REFERENCES book, category_id REFERENCES category,"
                    + " PRIMARY KEY (book_id, category_id)) WITHOUT ROWID")
            .models();
    assertThat(describe(models, "Author"))
        .contains("ManyToMany books to Book through BookAuthor(author, book)");
    assertThat(describe(models, "Book"))
        .contains(
            "ManyToMany categories to Category through BookCategory(book, category)",
            "ReverseManyToMany author as author_set",
            "ReverseForeignKey bookauthor as bookauthor_set");
  }

  @Test
  void whatIsNotQuiteAJoinTableIsNone() {
    Models models =
        inspect(
                "CREATE TABLE a (id INTEGER PRIMARY KEY)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY)",
                "CREATE TABLE nullable (a REFERENCES a, b REFERENCES b NOT NULL, UNIQUE (a, b))",
                "CREATE TABLE repeated (a REFERENCES a NOT NULL, b REFERENCES b NOT NULL)",
                "CREATE TABLE three (a REFERENCES a, b REFERENCES b, c REFERENCES a,"
                    + " PRIMARY KEY (a, b, c))",
                "CREATE TABLE wider (a REFERENCES a, b REFERENCES b, x, PRIMARY KEY (a, b, x))",
                "CREATE TABLE partly (a REFERENCES a NOT NULL, b REFERENCES b NOT NULL)",
                "CREATE UNIQUE INDEX p ON partly (a, b) WHERE a > 1")
            .models();
    assertThat(describe(models, "A")).noneMatch(line -> line.startsWith("ManyToMany"));
    assertThat(describe(models, "B")).noneMatch(line -> line.startsWith("ManyToMany"));
  }

  @Test
  void aTableMayBeJoinedWithItself() {
    Models models =
        inspect(
                "CREATE TABLE person (id INTEGER PRIMARY KEY)",
                "CREATE TABLE friendship (from_id REFERENCES person, to_id REFERENCES person,"
                    + " PRIMARY KEY (from_id, to_id))")
            .models();
    assertThat(describe(models, "Person"))
        .containsExactly(
            "AutoField id key",
            "ManyToMany people to Person through Friendship(from_field, to)",
            "ReverseForeignKey friendship_from_field_set as friendship_from_field_set",
            "ReverseForeignKey friendship_to_set as friendship_to_set",
            "ReverseManyToMany person as person_set");
  }

  @Test
  void manyToManyFieldsThatClashAreToldApartByTheirJoinTables() {
    Models models =
        inspect(
                "CREATE TABLE tag (id INTEGER PRIMARY KEY)",
                "CREATE TABLE post (id INTEGER PRIMARY KEY, comments INTEGER)",
                "CREATE TABLE comment (id INTEGER PRIMARY KEY)",
                "CREATE TABLE post_tag (post_id REFERENCES post, tag_id REFERENCES tag,"
                    + " PRIMARY KEY (post_id, tag_id))",
                "CREATE TABLE hidden_tag (post_id REFERENCES post, tag_id REFERENCES tag,"
                    + " PRIMARY KEY (post_id, tag_id))",
                "CREATE TABLE pinned (post_id REFERENCES post, comment_id REFERENCES comment,"
                    + " PRIMARY KEY (post_id, comment_id))")
            .models();
    assertThat(describe(models, "Post"))
        .contains(
            "ManyToMany hidden_tag_tags to Tag through HiddenTag(post, tag)",
            "ManyToMany pinned_comments to Comment through Pinned(post, comment)",
            "ManyToMany post_tag_tags to Tag through PostTag(post, tag)");
    assertThat(describe(models, "Tag"))
        .contains(
            "ReverseManyToMany post_hidden_tag_tags_set as post_hidden_tag_tags_set",
            "ReverseManyToMany post_post_tag_tags_set as post_post_tag_tags_set");
  }

  @Test
  void aManyToManyFieldAndAForeignKeyToTheSameModelDoNotClash() {
    Models models =
        inspect(
                "CREATE TABLE author (id INTEGER PRIMARY KEY)",
                "CREATE TABLE book (id INTEGER PRIMARY KEY, editor_id REFERENCES author)",
                "CREATE TABLE book_author (book_id REFERENCES book, author_id REFERENCES author,"
                    + " PRIMARY KEY (book_id, author_id))")
            .models();
    assertThat(describe(models, "Author"))
        .containsExactly(
            "AutoField id key",
            "ReverseForeignKey book_editor_set as book_editor_set",
            "ReverseManyToMany book_authors_set as book_authors_set",
            "ReverseForeignKey bookauthor as bookauthor_set");
  }
}
