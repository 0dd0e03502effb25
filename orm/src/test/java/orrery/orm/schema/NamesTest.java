package orrery.orm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Album, Album",
    "order details, OrderDetails",
    "InvoiceLine, InvoiceLine",
    "auth_user, AuthUser",
    "AUTHORS, Authors",
    "HTTPLog, HttpLog",
    "tblCustomers2, TblCustomers2",
    "2fa-codes, Number2faCodes",
    "größe, Größe",
    "顧客, 顧客",
    "ﬁle, File",
    "none, NoneTable",
    "list, List",
    "'!?', Table",
    "a$b, AB",
    "__x__, X",
    "şehir, Şehir",
    "🎵 songs, Songs",
  })
  void modelsArePascalCase(String table, String model) {
    assertThat(Names.model(table)).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource({
    "AlbumId, album_id",
    "album_id, album_id",
    "CustomerID, customer_id",
    "CUSTOMER_ID, customer_id",
    "UserIDs, user_ids",
    "IDs, ids",
    "HTTPServerURL, http_server_url",
    "Address2, address2",
    "Line2Text, line2_text",
    "first name, first_name",
    "Price ($), price",
    "% done, done",
    "a__b, a_b",
    "_id, field_id",
    "name_, name_field",
    "class, class_field",
    "From, from_field",
    "pk, pk_field",
    "2nd, number_2nd",
    "'???', field",
    "Ünïcode, ünïcode",
    "naïve col, naïve_col",
    "名前, 名前",
    "İl, i̇l",
    "None, none",
    "objects, objects",
  })
  void fieldsAreSnakeCase(String column, String field) {
    assertThat(Names.field(column, false)).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "ArtistId, artist",
    "artist_id, artist",
    "ArtistID, artist",
    "ReportsTo, reports_to",
    "id, id",
    "class_id, class_field",
    "grid, grid",
    "paid, paid",
  })
  void aForeignKeyLosesItsId(String column, String field) {
    assertThat(Names.field(column, true)).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "Track, tracks",
    "Tracks, tracks",
    "MediaType, media_types",
    "Category, categories",
    "Day, days",
    "Box, boxes",
    "Dish, dishes",
    "Branch, branches",
    "Class, classes",
    "Address, addresses",
    "Status, statuses",
    "Bus, buses",
    "Analysis, analyses",
    "Alias, aliases",
    "Areas, areas",
    "Person, people",
    "SalesPerson, sales_people",
    "Child, children",
    "News, news",
    "Series, series",
    "Photo, photos",
    "Café, cafés",
    "Bookshelf, bookshelves",
    "Table2, table2s",
    "顧客, 顧客",
    "Is, is",
  })
  void pluralsAreEnglish(String model, String plural) {
    assertThat(Names.plural(model)).isEqualTo(plural);
  }

  @Test
  void modelsThatDjangoCouldNotTellApartGetNumbers() {
    var models =
        Inspecting.inspect(
                "CREATE TABLE [a b] (id INTEGER PRIMARY KEY)",
                "CREATE TABLE a_b (id INTEGER PRIMARY KEY)",
                "CREATE TABLE ab (id INTEGER PRIMARY KEY)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, ab INTEGER REFERENCES ab)")
            .models();
    assertThat(models.all())
        .extracting(m -> m.table() + " " + m.name())
        .containsExactly("a b AB", "a_b AB2", "ab Ab3", "c C");
    assertThat(Inspecting.describe(models, "C"))
        .contains("ForeignKey ab to Ab3.id DO_NOTHING null");
  }

  @Test
  void fieldsThatWouldBeCalledTheSameGetNumbers() {
    var models =
        Inspecting.inspect(
                "CREATE TABLE b (id INTEGER PRIMARY KEY)",
                "CREATE TABLE a (\"x y\", x_y, \"X-Y\", b_id INTEGER REFERENCES b, b TEXT,"
                    + " c INTEGER REFERENCES b, c_id TEXT)")
            .models();
    assertThat(models.get("A").localFields())
        .extracting(f -> f.column() + "=" + f.name() + "/" + f.attname())
        .containsExactly(
            "x y=x_y/x_y",
            "x_y=x_y_0/x_y_0",
            "X-Y=x_y_1/x_y_1",
            "b_id=b/b_id",
            "b=b_0/b_0",
            "c=c/c_id",
            "c_id=c_id_0/c_id_0");
  }
}
