package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.db.Database;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Settings;
import orrery.orm.error.AttributeError;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.FieldError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.load.SaveOptions;
import orrery.orm.load.Shelf;

/// Rows made, changed and removed from Java and from chains.
class SavingTest {

  private Database database;
  private Orm orm;
  private Manager<Instance> books;
  private Manager<Instance> authors;
  private QueryLog.Capture log;

  @BeforeEach
  void open() {
    open(Settings.of(":memory:"));
  }

  private void open(Settings settings) {
    database = Shelf.open(settings);
    orm = new Orm(Shelf.MODELS, Shelf.behaviours(), new Databases(database));
    books = orm.objects("Book");
    authors = orm.objects("Author");
    log = database.log().capture();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anObjectIsInsertedWhenItIsSavedAndUpdatedThereafter() {
    Instance book = books.make("title", "Agnes Grey");
    assertThat(book.pk()).isNull();
    assertThat(books.count()).isEqualTo(3);
    book.save();
    assertThat(book.pk()).isEqualTo(4L);
    assertThat(book.state().adding()).isFalse();
    assertThat(book.state().database()).isEqualTo("default");
    book.set("title", "Agnes Gray");
    book.save();
    assertThat(sent())
        .containsExactly(
            "SELECT COUNT(*) AS \"__count\" FROM \"book\"",
            "INSERT INTO \"book\" (\"title\") VALUES ('Agnes Grey') RETURNING \"book\".\"id\"",
            "UPDATE \"book\" SET \"title\" = 'Agnes Gray' WHERE \"book\".\"id\" = 4");
    assertThat(books.get("pk", 4).get("title")).isEqualTo("Agnes Gray");
  }

  @Test
  void anObjectWithAKeyIsUpdatedOrElseInserted() {
    Instance book = books.make(List.of(101L, "Villette"));
    book.save();
    assertThat(sent()).hasSize(2).element(0).asString().startsWith("UPDATE");
    assertThat(books.get("pk", 101).get("title")).isEqualTo("Villette");
    assertThat(books.get("pk", 101)).isEqualTo(book);
  }

  @Test
  void namesThatTheModelHasNotAreRefused() {
    assertThatThrownBy(() -> books.make("foo", "bar"))
        .isInstanceOf(TypeError.class)
        .hasMessage("Book() got an unexpected keyword argument 'foo'");
    assertThatThrownBy(() -> books.make(List.of(1L, "x"), "title", "y"))
        .isInstanceOf(TypeError.class)
        .hasMessage("Book() got both positional and keyword arguments for field 'title'.");
  }

  @Test
  void anObjectIsCreatedWithItsRelation() {
    Instance jane = books.create("title", "Emma");
    Instance author = authors.create("name", "Jane", "first_book", jane);
    long before = log.count();
    assertThat(author.get("first_book")).isSameAs(jane);
    assertThat(log.count()).isEqualTo(before);
    assertThatThrownBy(() -> authors.create("name", "X", "first_book", books.make("title", "?")))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "save() prohibited to prevent data loss due to unsaved related object 'first_book'.");
  }

  @Test
  void aRelatedObjectThatWasSavedMeanwhileIsTakenOver() {
    Instance book = books.make("title", "Emma");
    Instance author = authors.make("name", "Jane", "first_book", book);
    assertThat(author.get("first_book_id")).isNull();
    book.save();
    author.save();
    assertThat(author.get("first_book_id")).isEqualTo(book.pk());
  }

  @Test
  void onlyTheNamedFieldsAreWritten() {
    Instance author = authors.get("pk", 1);
    author.set("name", "Currer");
    author.set("first_book_id", 3);
    author.save(SaveOptions.fields(List.of("name")));
    assertThat(sent().getLast())
        .isEqualTo("UPDATE \"author\" SET \"name\" = 'Currer' WHERE \"author\".\"id\" = 1");
    author.save(SaveOptions.fields(List.of()));
    assertThat(log.count()).isEqualTo(2);
    assertThatThrownBy(() -> author.save(SaveOptions.fields(List.of("nope"))))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "The following fields do not exist in this model, are m2m fields, primary keys, or are non-concrete fields: nope");
  }

  @Test
  void whatWasNotLoadedIsNotWritten() {
    Instance author = authors.only("name").get("pk", 1);
    author.set("name", "Currer");
    author.save();
    assertThat(sent().getLast())
        .isEqualTo("UPDATE \"author\" SET \"name\" = 'Currer' WHERE \"author\".\"id\" = 1");
  }

  @Test
  void aForcedUpdateMustFindItsRow() {
    Instance book = books.make(List.of(77L, "?"));
    assertThatThrownBy(() -> book.save(SaveOptions.UPDATE))
        .isInstanceOf(DatabaseError.class)
        .hasMessage("Forced update did not affect any rows.");
    assertThatThrownBy(() -> books.make("title", "?").save(SaveOptions.UPDATE))
        .isInstanceOf(ValueError.class)
        .hasMessage("Cannot force an update in save() with no primary key.");
  }

  @Test
  void anObjectOfAChildModelIsSavedInBothTables() {
    Manager<Instance> aged = orm.objects("AuthorWithAge");
    Instance jane = aged.create("name", "Jane", "age", 41);
    assertThat(jane.pk()).isEqualTo(4L);
    assertThat(jane.get("id")).isEqualTo(4L);
    assertThat(authors.get("pk", 4).get("name")).isEqualTo("Jane");
    jane.set("age", 42);
    jane.set("name", "Jane A.");
    jane.save();
    assertThat(aged.get("pk", 4).get("age")).isEqualTo(42L);
    assertThat(authors.get("pk", 4).get("name")).isEqualTo("Jane A.");
    assertThat(aged.filter("pk", 4).update("age", 43, "name", "J.")).isEqualTo(1);
    jane.refreshFromDb();
    assertThat(jane.get("age")).isEqualTo(43L);
    assertThat(jane.get("name")).isEqualTo("J.");
    assertThat(jane.delete().byModel())
        .containsEntry("app.AuthorWithAge", 1L)
        .containsEntry("app.Author", 1L);
    assertThat(authors.filter("pk", 4).exists()).isFalse();
  }

  @Test
  void manyObjectsAreInsertedInFewStatements() {
    List<Instance> many =
        IntStream.range(0, 10).mapToObj(i -> books.make("title", "Book " + i)).toList();
    books.bulkCreate(many);
    assertThat(log.count()).isEqualTo(1);
    assertThat(many).extracting(Instance::pk).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(books.get("title", "Book 7")).isEqualTo(many.get(7));
    books.bulkCreate(
        many.stream().map(b -> books.make("title", "Again")).toList(), "batch_size", 4);
    assertThat(log.count()).isEqualTo(1 + 1 + 3);
  }

  @Test
  void manyObjectsAreUpdatedInFewStatements() {
    List<Instance> all = books.all().list();
    all.forEach(book -> book.set("title", book.get("title") + "!"));
    assertThat(books.bulkUpdate(all, List.of("title"))).isEqualTo(3);
    assertThat(books.valuesFlat("title").list())
        .containsExactly("Poems!", "Jane Eyre!", "Wuthering Heights!");
    assertThat(log.count()).isEqualTo(3);
    assertThatThrownBy(() -> books.bulkUpdate(all, List.of("id")))
        .isInstanceOf(ValueError.class)
        .hasMessage("bulk_update() cannot be used with primary key fields.");
    assertThatThrownBy(() -> books.bulkUpdate(List.of(books.make()), List.of("title")))
        .isInstanceOf(ValueError.class)
        .hasMessage("All bulk_update() objects must have a primary key set.");
  }

  @Test
  void bulkWritesAreSplitWhereTheDatabaseTakesNoMore() {
    close();
    open(Settings.of(":memory:").withMaxBindings(50));
    List<Instance> many =
        IntStream.range(0, 120).mapToObj(i -> authors.make("name", "A" + i)).toList();
    authors.bulkCreate(many);
    assertThat(log.count()).isEqualTo(5);
    many.forEach(each -> each.set("name", each.get("name") + "x"));
    assertThat(authors.bulkUpdate(many, List.of("name", "first_book"))).isEqualTo(120);
    assertThat(log.count()).isEqualTo(5 + 12);
    assertThat(authors.filter("name__endswith", "x").count()).isEqualTo(120);
    assertThat(authors.filter("name__endswith", "x").delete().total()).isEqualTo(120);
    assertThat(authors.count()).isEqualTo(3);
    assertThat(log.entries())
        .allSatisfy(e -> assertThat(e.sql().bindings().size()).isLessThanOrEqualTo(50));
  }

  @Test
  void allRowsAreChangedInOneStatement() {
    assertThat(books.filter("pk__lt", 3).update("title", "X")).isEqualTo(2);
    assertThat(authors.filter("first_book__title", "X").update("name", Functions.upper("name")))
        .isEqualTo(2);
    assertThat(authors.update("first_book", books.get("pk", 3))).isEqualTo(3);
    assertThat(sent())
        .containsExactly(
            "UPDATE \"book\" SET \"title\" = 'X' WHERE \"book\".\"id\" < 3",
            sent().get(1),
            "SELECT \"book\".\"id\", \"book\".\"title\" FROM \"book\" WHERE \"book\".\"id\" = 3 LIMIT 21",
            "UPDATE \"author\" SET \"first_book_id\" = 3");
    assertThat(authors.orderBy("pk").valuesFlat("name").list())
        .containsExactly("CHARLOTTE", "ANNE", "Emily");
    assertThatThrownBy(() -> authors.update("name", F.of("first_book__title")))
        .isInstanceOf(FieldError.class)
        .hasMessage("Joined field references are not permitted in this query");
    assertThatThrownBy(() -> authors.update("nmae", "x"))
        .isInstanceOf(FieldDoesNotExist.class)
        .hasMessageContaining("Did you mean 'name'?");
    assertThatThrownBy(() -> authors.all().slice(0, 2).update("name", "x"))
        .isInstanceOf(TypeError.class)
        .hasMessage("Cannot update a query once a slice has been taken.");
  }

  @Test
  void whatDependsOnAnObjectIsDeletedWithIt() {
    Deletion deletion = authors.get("pk", 1).delete();
    assertThat(deletion.byModel())
        .containsEntry("app.Author", 1L)
        .containsEntry("app.AuthorWithAge", 1L)
        .containsEntry("app.Bio", 1L)
        .containsEntry("app.BookAuthors", 2L)
        .containsEntry("app.Favorite", 2L)
        .containsEntry("app.Address", 2L);
    assertThat(deletion.total()).isEqualTo(9);
    assertThat(orm.objects("Bio").count()).isZero();
    assertThatThrownBy(() -> authors.make("name", "?").delete())
        .isInstanceOf(ValueError.class)
        .hasMessage("Author object can't be deleted because its id attribute is set to None.");
  }

  @Test
  void rowsThatNothingDependsOnAreDeletedWithoutBeingLoaded() {
    assertThat(orm.objects("Address").filter("author__name", "Charlotte").delete().total())
        .isEqualTo(2);
    assertThat(log.count()).isEqualTo(1);
    assertThat(orm.objects("Address").filter("pk__in", List.of()).delete().total()).isZero();
    assertThat(log.count()).isEqualTo(1);
    assertThatThrownBy(() -> books.all().slice(0, 2).delete())
        .isInstanceOf(TypeError.class)
        .hasMessage("Cannot use 'limit' or 'offset' with delete().");
  }

  @Test
  void genericRelationsAreDeletedToo() {
    Deletion deletion = books.filter("pk", 1).delete();
    assertThat(deletion.byModel()).containsEntry("app.Tag", 1L).containsEntry("app.Book", 1L);
    assertThat(orm.objects("Tag").filter("pk", 1).exists()).isFalse();
  }

  @Test
  void anObjectIsGotOrElseCreated() {
    Created<Instance> there = books.getOrCreate(Map.of(), "title", "Poems");
    assertThat(there.created()).isFalse();
    assertThat(there.object().pk()).isEqualTo(1L);
    Created<Instance> fresh = authors.getOrCreate(Map.of("first_book_id", 2), "name", "Jane");
    assertThat(fresh.created()).isTrue();
    assertThat(fresh.object().get("first_book_id")).isEqualTo(2L);
    Created<Instance> changed = authors.updateOrCreate(Map.of("first_book_id", 3), "name", "Jane");
    assertThat(changed.created()).isFalse();
    assertThat(authors.get("name", "Jane").get("first_book_id")).isEqualTo(3L);
    assertThatThrownBy(() -> books.getOrCreate(Map.of("nope", 1), "title", "?"))
        .isInstanceOf(FieldError.class)
        .hasMessage("Invalid field name(s) for model Book: 'nope'.");
  }

  @Test
  void aManyToManyRelationIsChanged() {
    Instance poems = books.get("pk", 1);
    RelatedManager<?> related = (RelatedManager<?>) Objects.requireNonNull(poems.get("authors"));
    Instance emily = authors.get("pk", 3);
    related.remove(emily);
    assertThat(labels(related)).containsExactly("Charlotte", "Anne");
    related.add(emily, 1);
    assertThat(labels(related)).containsExactly("Charlotte", "Anne", "Emily");
    related.set(List.of(emily));
    assertThat(labels(related)).containsExactly("Emily");
    assertThat(related.create("name", "New").pk()).isEqualTo(4L);
    assertThat(labels(related)).containsExactly("Emily", "New");
    related.clear();
    assertThat(related.exists()).isFalse();
    assertThatThrownBy(() -> related.add(poems))
        .isInstanceOf(TypeError.class)
        .hasMessage("'Author' instance expected, got <Book: Poems>");
  }

  @Test
  void aRelationByAnotherFieldThanTheKeyIsChanged() {
    Instance emily = authors.get("pk", 3);
    RelatedManager<?> likes =
        (RelatedManager<?>) Objects.requireNonNull(emily.get("favorite_authors"));
    likes.add(authors.get("pk", 1));
    assertThat(labels(likes)).containsExactly("Charlotte");
    assertThat(orm.objects("Favorite").filter("author", emily).count()).isEqualTo(1);
  }

  @Test
  void aReverseRelationIsChanged() {
    Instance eyre = books.get("pk", 2);
    RelatedManager<?> first =
        (RelatedManager<?>) Objects.requireNonNull(eyre.get("first_time_authors"));
    first.add(authors.get("pk", 3));
    assertThat(labels(first)).containsExactly("Emily");
    Instance made = first.create("name", "Jane");
    assertThat(made.get("first_book")).isSameAs(eyre);
    first.remove(made);
    assertThat(labels(first)).containsExactly("Emily");
    first.set(List.of(authors.get("pk", 1), authors.get("pk", 2)));
    assertThat(labels(first)).containsExactly("Charlotte", "Anne");
    first.clear();
    assertThat(first.count()).isZero();
    Instance poems = books.get("pk", 1);
    RelatedManager<?> read = (RelatedManager<?>) Objects.requireNonNull(poems.get("tags"));
    assertThat(read.create("tag", "fine").get("object_id")).isEqualTo("1");
    read.clear();
    assertThat(orm.objects("Tag").filter("object_id", "1", "type_id", 7).exists()).isFalse();
  }

  @Test
  void aChangeForgetsWhatWasPrefetched() {
    Instance poems = books.prefetchRelated("authors").get("pk", 1);
    RelatedManager<?> related = (RelatedManager<?>) Objects.requireNonNull(poems.get("authors"));
    related.remove(1);
    assertThat(poems.isCached("authors")).isFalse();
    assertThat(related.count()).isEqualTo(2);
  }

  @Test
  void whatIsWrongWithAReverseRelationIsSaid() {
    Instance bio = orm.objects("Bio").get("pk", 1);
    assertThat(bio.get("author")).isNotNull();
    Instance unsaved = books.make("title", "?");
    assertThatThrownBy(() -> unsaved.get("authors"))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "'Book' instance needs to have a primary key value before this relationship can be used.");
    assertThatThrownBy(() -> books.get("pk", 1).set("authors", List.of()))
        .isInstanceOf(TypeError.class)
        .hasMessage(
            "Direct assignment to the forward side of a many-to-many set is prohibited. Use authors.set() instead.");
    assertThat(new AttributeError("x").type()).isEqualTo("AttributeError");
  }

  @Test
  void aRowDeletedByAnotherIsInsertedAgain() throws Exception {
    Instance book = books.create("title", "Emma");
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread other =
        Thread.ofPlatform()
            .start(() -> {
              try {
                books.filter("pk", book.pk()).delete();
              } catch (RuntimeException e) {
                failed.set(e);
              }
            });
    other.join();
    assertThat(failed).hasNullValue();
    book.save();
    assertThat(books.get("pk", book.pk()).get("title")).isEqualTo("Emma");
  }

  @Test
  void chainsChangeRowsToo() {
    Result.Objects made = (Result.Objects) run("Book.objects.create(title=\"Emma\")");
    assertThat(made.rows()).extracting(Instance::pk).containsExactly(4L);
    Result.Objects got =
        (Result.Objects)
            run("Author.objects.get_or_create(name=\"Jane\", defaults={\"first_book_id\": 4})");
    assertThat(got.created()).hasValue(true);
    assertThat(
            scalar(
                "Author.objects.filter(name=\"Jane\").update(name=Concat(\"name\", Value(\" A.\")))"))
        .isEqualTo(1L);
    assertThat(scalar("Author.objects.filter(name=\"Jane A.\").count()")).isEqualTo(1L);
    Result.Objects bulk =
        (Result.Objects)
            run("Book.objects.bulk_create([Book(title=\"One\"), Book(title=\"Two\")])");
    assertThat(bulk.rows()).hasSize(2);
    assertThat(scalar("Book.objects.filter(title__in=[\"One\", \"Two\"]).delete()"))
        .isEqualTo(List.of(2L, Map.of("app.Book", 2L)));
    assertThatThrownBy(() -> run("Book.objects.create(titel=\"x\")"))
        .isInstanceOf(TypeError.class)
        .hasMessageContaining("Did you mean 'title'?");
  }

  private Result run(String text) {
    return orm.runner().run(Parser.parse(text).chain());
  }

  private Object scalar(String text) {
    return Objects.requireNonNull(((Result.Scalar) run(text)).value());
  }

  private static List<String> labels(Manager<?> manager) {
    return manager.orderBy("pk").list().stream().map(Object::toString).toList();
  }

  private List<String> sent() {
    return log.entries().stream().map(entry -> entry.interpolated()).toList();
  }
}
