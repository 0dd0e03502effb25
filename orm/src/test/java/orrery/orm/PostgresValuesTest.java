package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.chain.Parser;
import orrery.orm.db.Settings;
import orrery.orm.type.DateTimes;

/// What only PostgreSQL has types for: enumerations, arrays, moments with a zone, networks, `json`.
class PostgresValuesTest {

  private static OpenDatabase open =
      OpenDatabase.open(
          Settings.of(
                  PostgresServer.newDatabase(
                      """
                      CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                      CREATE TABLE event (
                        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        mood mood, tags text[], sizes integer[], keys uuid[], at timestamptz, ip inet,
                        old json, opens timetz, span interval, amount numeric, ratio real, bits bit(4),
                        seats int4range, words tsvector);
                      INSERT INTO event VALUES
                        (DEFAULT, 'ok', '{a,"b, \\"c\\""}', '{1,2}',
                          '{12345678-0000-4001-8000-000000000007}', '2020-12-31 23:30:00-02',
                          '10.0.0.1', '{"k": 1}', '10:00+02', '1 mon 2 days -03:00:00', 1.10, 1.5,
                          B'1010', '[1,5)', 'one two'),
                        (DEFAULT, 'happy', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '-1 day', 'NaN',
                          'Infinity', NULL, 'empty', NULL),
                        (DEFAULT, 'sad', '{}', '{}', '{}', '2021-06-01 12:00+00', '::1', 'null', NULL,
                          '0:0:0.000001', 3, 0.25, NULL, NULL, NULL)\
                      """))
              .writable());

  @BeforeAll
  static void hasItsTable() {
    assertThat(open.models().find("Event")).isPresent();
  }

  @AfterAll
  static void close() {
    open.close();
  }

  private static Answer ask(String chain) {
    return Answer.of(open.runner().run(Parser.parse(chain).chain()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          mood="ok"                                   ; 1
          mood__in=["ok", "happy"]                    ; 1 2
          mood__gt="sad"                              ; 1 2
          mood__icontains="A"                         ; 2 3
          tags=["a", "b, \\"c\\""]                    ; 1
          tags=[]                                     ; 3
          tags__contains=["a"]                        ; 1
          tags__contained_by=["a", "b, \\"c\\"", "z"] ; 1 3
          tags__overlap=["z", "a"]                    ; 1
          tags__len=2                                 ; 1
          tags__len__lt=1                             ; 3
          tags__0="a"                                 ; 1
          tags__isnull=True                           ; 2
          sizes=[1, 2]                                ; 1
          sizes__contains=[2]                         ; 1
          sizes__1__gt=1                              ; 1
          keys__contains=[UUID("12345678-0000-4001-8000-000000000007")] ; 1
          at__year=2021                               ; 1 3
          at__date=date(2021, 1, 1)                   ; 1
          at=datetime(2021, 1, 1, 1, 30)              ; 1
          at=datetime(2021, 1, 1, 2, 30, tzinfo=timezone(timedelta(hours=1))) ; 1
          at__gt=datetime(2021, 1, 1, 1, 30)          ; 3
          at__hour=1                                  ; 1
          ip="10.0.0.1"                               ; 1
          ip__startswith="10."                        ; 1
          old={"k": 1}                                ; 1
          old__k=1                                    ; 1
          old__has_key="k"                            ; 1
          span__lt=timedelta(0)                       ; 2
          amount__lt=Decimal("1.2")                   ; 1
          ratio=1.5                                   ; 1
          """)
  void isFilteredBy(String condition, String keys) {
    String chain = "Event.objects.filter(" + condition + ").order_by('pk').values_list('pk')";
    List<String> expected =
        List.of(keys.strip().split(" ")).stream().map(k -> "[" + k + "]").toList();
    assertThat(ask(chain).rows()).isEqualTo(expected);
  }

  @Test
  void allIsRead() {
    String first = ask("Event.objects.order_by('pk').values_list()").rows().getFirst();
    assertThat(first)
        .isEqualTo(
            "[1, 'ok', ['a', 'b, \"c\"'], [1, 2], [UUID 12345678-0000-4001-8000-000000000007],"
                + " OffsetDateTime 2021-01-01T01:30Z, '10.0.0.1', \"\"1:k{}, '10:00:00+02',"
                + " Duration PT765H, 1.1, 1.5, '1010', '[1,5)', ''one' 'two'']");
  }

  @Test
  void anEnumerationIsSortedAsItWasDeclared() {
    assertThat(ask("Event.objects.order_by('mood').values_list('mood', flat=True)").rows())
        .containsExactly("['sad']", "['ok']", "['happy']");
  }

  @Test
  void allIsWritten() {
    ask(
        "Event.objects.create(mood='ok', tags=['x', None], sizes=[3], at=datetime(2020, 1, 1),"
            + " ip='1.2.3.4', old={'a': [1]}, amount=Decimal('5.5'))");
    ask("Event.objects.filter(ip='1.2.3.4').update(mood='sad', sizes=[])");
    assertThat(
            ask("Event.objects.filter(ip='1.2.3.4').values_list('mood', 'tags', 'sizes', 'at')")
                .rows())
        .containsExactly("['sad', ['x', None], [], OffsetDateTime 2020-01-01T00:00Z]");
    assertThat(ask("Event.objects.filter(ip='1.2.3.4').delete()").rows())
        .containsExactly("[1, {app.Event=1}]");
  }

  // A CASE of texts is a text, which the server puts into no column of another type by itself.
  @Test
  void whatIsComputedFitsColumnsOfTheServersOwnTypes() {
    ask("Event.objects.create(ip='1.1.1.1', mood='ok', tags=['a'], amount=1)");
    String it = "Event.objects.filter(amount=1)";
    for (String change :
        List.of(
            "mood=Case(When(amount=1, then=Value('happy')), default=Value('sad'))",
            "ip=Case(When(mood='happy', then=Value('2.2.2.2')))",
            "seats=Concat(Value('[1,'), Value('3)'))",
            "old=Case(When(amount=1, then=Value({'a': 1}, output_field=JSONField())))",
            "mood=Lower(Value('SAD'))",
            "span=Case(When(amount=1, then=Value(timedelta(days=2))))")) {
      assertThat(ask(it + ".update(" + change + ")").rows()).as(change).containsExactly("1");
    }
    assertThat(ask(it + ".values_list('mood', 'ip', 'seats', 'old', 'span')").rows())
        .containsExactly("['sad', '2.2.2.2', '[1,3)', \"\"1:a{}, Duration PT48H]");
    assertThat(
            ask(it + ".values_list(Upper('mood'), Concat('mood', Value('!')), Length('ip'))")
                .rows())
        .containsExactly("['SAD', 'sad!', 10]");
    ask(it + ".delete()");
  }

  @Test
  void manyAreUpdatedAtOnceWhateverTheirTypes() {
    ask("Event.objects.bulk_create([Event(amount=7), Event(amount=7)])");
    String all = "Event.objects.filter(amount=7).order_by('pk')";
    List<Object> keys = new ArrayList<>();
    ((Result.Objects) open.runner().run(Parser.parse(all).chain()))
        .rows()
        .forEach(row -> keys.add(row.pk()));
    ask(
        ("Event.objects.bulk_update([Event(id=%s, mood='sad', tags=['x'], keys=None, at=None,"
                + " ip='1.1.1.1', old={'b': 2}, span=timedelta(1), ratio=None, bits='1111'),"
                + " Event(id=%s, mood=None, tags=None, keys=[], at=None, ip=None, old=None,"
                + " span=None, ratio=None, bits=None)],"
                + " ['mood', 'tags', 'keys', 'at', 'ip', 'old', 'span', 'ratio', 'bits'])")
            .formatted(keys.toArray()));
    assertThat(ask(all + ".values_list('mood', 'tags', 'keys', 'ip', 'span', 'bits')").rows())
        .containsExactly(
            "['sad', ['x'], None, '1.1.1.1', Duration PT24H, '1111']",
            "[None, None, [], None, None, None]");
    ask("Event.objects.filter(amount=7).delete()");
  }

  @Test
  void moneyIsReadWithItsCurrencyAndEndlessTimesCanBeAskedFor() {
    String url =
        PostgresServer.newDatabase(
            "CREATE TABLE offer (id integer PRIMARY KEY, price money, until date, at timestamptz);"
                + "INSERT INTO offer VALUES (1, 12.5, 'infinity', '-infinity')");
    try (OpenDatabase offers = OpenDatabase.open(Settings.of(url))) {
      Answer all =
          Answer.of(
              offers.runner().run(Parser.parse("Offer.objects.values_list('price')").chain()));
      assertThat(all.rows()).containsExactly("['$12.50']");
      Result.Objects rows =
          (Result.Objects) offers.runner().run(Parser.parse("Offer.objects.all()").chain());
      assertThat(rows.rows().getFirst().get("until"))
          .isNotNull()
          .satisfies(until -> assertThat(DateTimes.endless(until)).contains("infinity"));
      assertThat(rows.rows().getFirst().get("at"))
          .isNotNull()
          .satisfies(at -> assertThat(DateTimes.endless(at)).contains("-infinity"));
    }
  }
}
