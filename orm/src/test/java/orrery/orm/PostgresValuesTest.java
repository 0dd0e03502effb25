package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.chain.Parser;
import orrery.orm.db.Settings;

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
}
