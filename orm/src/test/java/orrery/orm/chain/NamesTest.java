package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The words of the language, as completion and messages need them.
class NamesTest {

  @Test
  void everyMethodOfTheContractIsThere() {
    assertThat(Names.methods())
        .contains(
            ("none count dates datetimes distinct extra get get_or_create update_or_create create"
                    + " bulk_create bulk_update filter aggregate annotate complex_filter exclude"
                    + " in_bulk iterator earliest latest first last order_by select_for_update"
                    + " select_related prefetch_related values values_list update reverse defer"
                    + " only using exists explain raw union intersection difference all alias"
                    + " contains delete")
                .split(" "));
  }

  @Test
  void allOfDjangosFunctionsAndAggregatesAreThere() {
    assertThat(Names.functions()).hasSize(82).contains("Lower", "TruncMonth", "SHA512", "UUID7");
    assertThat(Names.windowFunctions()).hasSize(11).contains("RowNumber");
    assertThat(Names.aggregates()).hasSize(12).contains("Count", "StringAgg");
    assertThat(Names.callables())
        .contains("F", "Q", "Case", "When", "Prefetch", "date", "CharField");
  }

  @Test
  void signaturesAreWrittenAsInPython() {
    assertThat(Names.method("values_list"))
        .contains("values_list(*fields, flat=False, named=False)");
    assertThat(Names.method("dates")).contains("dates(field_name, kind, order=\"ASC\")");
    assertThat(Names.method("in_bulk")).contains("in_bulk(id_list=None, *, field_name=\"pk\")");
    assertThat(Names.method("get_or_create")).contains("get_or_create(defaults=None, **kwargs)");
    assertThat(Names.method("nothing")).isEmpty();
    assertThat(Names.find("Lag"))
        .contains("Lag(expression, offset=1, default=None, *, output_field=None)");
    assertThat(Names.find("LPad"))
        .contains("LPad(expression, length, fill_text=Value(\" \"), *, output_field=None)");
    assertThat(Names.methodKeywords("values_list")).isEqualTo(List.of("flat", "named"));
    assertThat(Names.callKeywords("Prefetch")).isEqualTo(List.of("lookup", "queryset", "to_attr"));
  }
}
