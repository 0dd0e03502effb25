package orrery.orm.define;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orrery.orm.define.Fields.charField;
import static orrery.orm.define.Fields.decimalField;
import static orrery.orm.define.Fields.foreignKey;
import static orrery.orm.define.Fields.genericForeignKey;
import static orrery.orm.define.Fields.genericRelation;
import static orrery.orm.define.Fields.integerField;
import static orrery.orm.define.Fields.manyToManyField;
import static orrery.orm.define.Fields.oneToOneField;
import static orrery.orm.define.Fields.slugField;
import static orrery.orm.define.ModelDefinition.model;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Manager;
import orrery.orm.Orm;
import orrery.orm.RelatedManager;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.error.ImproperlyConfigured;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OrmError;
import orrery.orm.load.Instance;
import orrery.orm.load.Row;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.schema.Inspected;

/// Models that code defines: what is filled in, and tables made of them.
class DefinitionsTest {

  private static final Definitions LIBRARY =
      Definitions.of(
          "library",
          model(Book.class, Book::new)
              .field("title", charField(255))
              .field("price", decimalField(6, 2).defaultValue(new BigDecimal("9.90")))
              .field("authors", manyToManyField("Author").relatedName("books"))
              .field("publisher", foreignKey("Publisher").nullable().onDelete(OnDelete.PROTECT))
              .field("tags", genericRelation("Tag"))
              .property("shout", of -> of.get("title") + "!")
              .uniqueTogether("title", "publisher")
              .ordering("title")
              .str("title"),
          model("Novel").extend("Book").field("pages", integerField()),
          model("CheapBook").proxyOf("Book"),
          model("Author")
              .field("name", charField(100).unique())
              .field("friends", manyToManyField("self"))
              .str(author -> "Author " + author.get("name")),
          model("Bio").field("author", oneToOneField("Author").primaryKey()),
          model("Publisher").field("code", charField(4).primaryKey()),
          model("Tag")
              .field("tag", slugField())
              .field("content_type", foreignKey("ContentType"))
              .field("object_id", integerField())
              .field("target", genericForeignKey("content_type", "object_id")));

  @TempDir private Path folder;

  private static final class Book extends Instance {
    Book(Row row) {
      super(row);
    }

    String title() {
      return (String) Objects.requireNonNull(get("title"));
    }
  }

  private static Field field(String model, String name) {
    Models models = LIBRARY.models();
    return (Field) models.members(models.get(model)).lookup(name).orElseThrow();
  }

  @Test
  void whatADefinitionLeavesOutIsFilledInAsDjangoDoes() {
    Models models = LIBRARY.models();
    assertThat(models.get("Book").table()).isEqualTo("library_book");
    assertThat(models.get("CheapBook").table()).isEqualTo("library_book");
    assertThat(field("Book", "id").className()).isEqualTo("BigAutoField");
    assertThat(field("Book", "publisher").column()).isEqualTo("publisher_id");
    assertThat(field("Book", "publisher").type().maxLength()).isEqualTo(4);
    assertThat(models.get("Novel").primaryKey()).containsExactly("book_ptr");
    assertThat(models.get("Novel").ordering()).containsExactly("title");
    assertThat(models.members(models.get("Novel")).fields().stream().map(Field::attname))
        .containsExactly("id", "title", "price", "publisher_id", "book_ptr_id", "pages");
    assertThat(models.members(models.get("Publisher")).accessors()).contains("book_set");
    assertThat(models.members(models.get("Author")).accessors()).contains("books", "bio");
  }

  @Test
  void aJoinTableIsMadeForAManyToManyRelation() {
    Models models = LIBRARY.models();
    ManyToMany authors =
        (ManyToMany) models.members(models.get("Book")).attribute("authors").orElseThrow();
    assertThat(authors.through()).isEqualTo("Book_authors");
    assertThat(models.get("Book_authors").table()).isEqualTo("library_book_authors");
    assertThat(models.get("Book_authors").localFields().stream().map(Field::column))
        .containsExactly("id", "book_id", "author_id");
    ManyToMany friends =
        (ManyToMany) models.members(models.get("Author")).attribute("friends").orElseThrow();
    assertThat(friends.symmetrical()).isTrue();
    assertThat(models.get("Author_friends").localFields().stream().map(Field::column))
        .containsExactly("id", "from_author_id", "to_author_id");
  }

  @Test
  void theTablesAreReadBackAsTheyWereDefined() {
    try (Database database =
        Database.open(Settings.of(folder.resolve("library.sqlite").toString()).creating())) {
      Orm.of(LIBRARY, database).createTables();
      Models read = Inspected.of(database).models();
      assertThat(read.forTable("library_book_authors")).isPresent();
      Field publisher =
          (Field)
              read.members(read.forTable("library_book").orElseThrow())
                  .lookup("publisher")
                  .orElseThrow();
      assertThat(publisher.reference().orElseThrow().toField()).isEqualTo("code");
      assertThat(publisher.isNullable()).isTrue();
      assertThat(read.forTable("library_novel").orElseThrow().primaryKey())
          .containsExactly("book_ptr");
    }
  }

  @Test
  void aProgramDefinesModelsAndUsesThem() {
    try (Database database = Database.open(Settings.of(":memory:").writable())) {
      Orm orm = Orm.of(LIBRARY, database);
      orm.createTables();
      Manager<Book> books = orm.objects(Book.class);
      Instance author = orm.objects("Author").create("name", "Emily");
      Book book = books.create("title", "Poems");
      assertThat(book.title()).isEqualTo("Poems");
      assertThat(book.get("price")).isEqualTo(new BigDecimal("9.90"));
      assertThat(book.get("shout")).isEqualTo("Poems!");
      assertThat(book).hasToString("Poems");
      assertThat(author).hasToString("Author Emily");
      RelatedManager<?> authors = (RelatedManager<?>) Objects.requireNonNull(book.get("authors"));
      authors.add(author);
      assertThat(books.get("authors__name", "Emily")).isEqualTo(book);
      Instance novel = orm.objects("Novel").create("title", "Wuthering Heights", "pages", 416);
      assertThat(orm.objects("Novel").get("title__startswith", "W")).isEqualTo(novel);
      assertThat(books.count()).isEqualTo(2);
      assertThat(orm.objects("CheapBook").count()).isEqualTo(2);
      Instance tag = orm.objects("Tag").create("tag", "great", "target", book);
      assertThat(orm.objects("Tag").get("pk", tag.pk()).get("target")).isEqualTo(book);
      assertThat(((Manager<?>) Objects.requireNonNull(book.get("tags"))).count()).isEqualTo(1);
    }
  }

  @Test
  void theDatabaseKeepsWhatATypePromises() {
    Definitions counted =
        Definitions.of("app", model("Count").field("n", Fields.positiveIntegerField()));
    try (Database database = Database.open(Settings.of(":memory:").writable())) {
      Orm orm = Orm.of(counted, database);
      orm.createTables();
      assertThat(orm.objects("Count").create("n", 0).get("n")).isEqualTo(0L);
      assertThatThrownBy(() -> orm.objects("Count").create("n", -1))
          .isInstanceOf(IntegrityError.class)
          .hasMessageContaining("CHECK constraint failed");
    }
  }

  @Test
  void rowsThatReferToNothingAreRefusedWhenTheTransactionEnds() {
    try (Database database = Database.open(Settings.of(":memory:").writable())) {
      Orm orm = Orm.of(LIBRARY, database);
      orm.createTables();
      assertThatThrownBy(() -> orm.objects("Book").create("title", "?", "publisher_id", "none"))
          .isInstanceOf(IntegrityError.class);
      Instance book =
          database.atomic(() -> {
            Instance early = orm.objects("Book").create("title", "?", "publisher_id", "late");
            orm.objects("Publisher").create("code", "late");
            return early;
          });
      assertThat(book.get("publisher")).isNotNull();
    }
  }

  @Test
  void whatIsWrongIsSaidWhenModelsAreDefined() {
    wrong(
        "Book.author relates to the model 'Autor', which does not exist.",
        "Author",
        model("Book").field("author", foreignKey("Autor")),
        model("Author"));
    wrong("Two models are called 'Book'.", "", model("Book"), model("Book"));
    wrong(
        "Book.author specifies on_delete=SET_NULL, but cannot be null. Call nullable(), or change the"
            + " on_delete rule.",
        "",
        model("Book").field("author", foreignKey("Author").onDelete(OnDelete.SET_NULL)),
        model("Author"));
    wrong(
        "The default manager of Book starts with another model: Author.objects.all()",
        "",
        model("Book").defaultManager("Author.objects.all()"),
        model("Author"));
    wrong(
        "The model is used as an intermediate model by 'Book.authors', but it does not have a foreign key to 'Author'.",
        "",
        model("Book").field("authors", manyToManyField("Author").through("Writing")),
        model("Writing").field("book", foreignKey("Book")),
        model("Author"));
    assertThatThrownBy(() -> model("Book").field("a", charField(1)).field("a", charField(2)))
        .isInstanceOf(ImproperlyConfigured.class)
        .hasMessage("Book has two fields called 'a'.");
  }

  private static void wrong(String message, String meant, ModelDefinition... definitions) {
    assertThatThrownBy(() -> Definitions.of("app", definitions))
        .isInstanceOf(ImproperlyConfigured.class)
        .hasMessageStartingWith(message)
        .satisfies(
            error -> assertThat(((OrmError) error).getMessage()).contains(List.of(message, meant)));
  }
}
