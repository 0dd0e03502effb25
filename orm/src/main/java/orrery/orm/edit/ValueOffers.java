package orrery.orm.edit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import orrery.orm.edit.Suggestion.Kind;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Offers what may be given for a keyword: `flat=`, `title__icontains=`, `n=`. Belongs to one
/// completion.
final class ValueOffers {

  private static final List<String> ORDER_KEYWORDS = List.of("order_by", "partition_by");

  private final Models models;
  private final Offers offers;
  private final Frame call;
  private final String keyword;
  private final Takes takes;
  private final CallOffers common;

  ValueOffers(Models models, Offers offers, Frame call) {
    this.models = models;
    this.offers = offers;
    this.call = call;
    this.keyword = call.keyword;
    this.takes = Takes.of(call);
    this.common = new CallOffers(models, offers, call);
  }

  /// Offers values in a string.
  void offerInString() {
    if (isOption() && !keyword.equals("then") && !keyword.equals("default")) {
      if (ORDER_KEYWORDS.contains(keyword)) {
        common.paths(
            keyword.equals("order_by") ? Naming.ORDERING : Naming.SELECTION,
            PathOffers.Form.IN_STRING);
      } else if (keyword.equals("field_name")) {
        common.paths(Naming.OWN, PathOffers.Form.IN_STRING);
      } else if (keyword.equals("order")) {
        offers.add(Kind.VALUE, "ASC", "upwards");
        offers.add(Kind.VALUE, "DESC", "downwards");
      } else if (keyword.endsWith("_fields")) {
        common.paths(Naming.OWN, PathOffers.Form.IN_STRING);
      } else if (keyword.equals("of")) {
        common.paths(Naming.TO_ONE, PathOffers.Form.IN_STRING);
      }
    } else if (takes == Takes.CONDITIONS || takes == Takes.OWN) {
      if (isOption()) {
        common.paths(Naming.SELECTION, PathOffers.Form.IN_STRING);
      } else {
        for (Choice choice : choices()) {
          if (choice.value() instanceof String text) {
            offers.add(Kind.VALUE, text, choice.label());
          }
        }
      }
    } else if (call.callee.equals("Case") || call.callee.equals("JSONObject")) {
      common.paths(Naming.SELECTION, PathOffers.Form.IN_STRING);
    }
  }

  /// Offers values as expressions.
  void offer() {
    if (isOption()) {
      option();
    } else if (takes == Takes.CONDITIONS || takes == Takes.OWN) {
      lookupValue();
    } else {
      functions(List.of("aggregate"));
      functions(List.of("block", "function", "condition", "window", "value"));
    }
  }

  /// Offers the classes of fields, as `output_field` takes them.
  void types() {
    for (FieldType type : FieldTypes.all()) {
      offers.add(
          Kind.FUNCTION,
          type.name(),
          type.name() + "()",
          type.name() + "()",
          "",
          offers.wordStart());
    }
  }

  private boolean isOption() {
    return call.entry().filter(e -> e.keywords().contains(keyword)).isPresent();
  }

  private void option() {
    String usual = call.entry().flatMap(e -> e.defaultOf(keyword)).orElse("");
    boolean isNulls = keyword.startsWith("nulls_");
    if (usual.equals("True") || usual.equals("False") || isNulls) {
      value("True");
      value("False");
    } else if (keyword.equals("filter") || keyword.equals("condition")) {
      functions(List.of("condition"));
    } else if (keyword.equals("queryset") || keyword.equals("querysets")) {
      common.chains();
    } else if (keyword.equals("output_field")) {
      types();
    } else if (keyword.equals("frame")) {
      named("RowRange", "ValueRange");
    } else if (ORDER_KEYWORDS.contains(keyword)) {
      common.paths(Naming.SELECTION, PathOffers.Form.QUOTED);
      functions(List.of("block", "function"));
    } else if (keyword.equals("then")
        || keyword.equals("default")
        || keyword.equals("expression")) {
      functions(List.of("block", "aggregate", "window", "function", "value"));
    }
  }

  private void lookupValue() {
    String last = Paths.split(keyword).getLast();
    FieldType type = type();
    if (last.equals("isnull")) {
      value("True");
      value("False");
      return;
    }
    for (Choice choice : choices()) {
      offers.add(
          Kind.VALUE,
          literal(choice.value()),
          literal(choice.value()),
          literal(choice.value()),
          choice.label(),
          offers.wordStart());
    }
    switch (type.kind()) {
      case BOOLEAN -> {
        value("True");
        value("False");
      }
      case DATE -> named("date");
      case DATETIME -> named("datetime", "date");
      case TIME -> named("time");
      case DURATION -> named("timedelta");
      case DECIMAL -> named("Decimal");
      case UUID -> named("UUID");
      case INTEGER, FLOAT, TEXT, BINARY, JSON, ARRAY, ANY -> {}
    }
    named("F", "OuterRef");
    if (last.equals("in")) {
      common.chains();
    } else {
      value("None");
    }
    functions(List.of("block", "function"));
    common.chains();
  }

  private FieldType type() {
    return field()
        .map(Field::type)
        .orElseGet(() ->
            call.scope()
                        .map(a -> new Paths(models).follow(a, path(), false))
                        .orElse(new Paths.End.Lost())
                    instanceof Paths.End.Worth(FieldType type)
                ? type
                : FieldTypes.ANY);
  }

  /// Returns the keyword's path without a lookup at its end.
  private List<String> path() {
    List<String> names = Paths.split(keyword);
    int last = names.size() - 1;
    boolean isLookup = !LookupNames.meaning(names.get(last)).isEmpty() && last > 0;
    if (!isLookup) {
      return names;
    }
    Paths paths = new Paths(models);
    boolean isMore =
        call.scope().map(a -> paths.follow(a, names, false)).orElse(new Paths.End.Lost())
            instanceof Paths.End.Lost;
    return isMore ? names.subList(0, last) : names;
  }

  private Optional<Field> field() {
    List<String> path = path();
    Paths paths = new Paths(models);
    return call.scope()
        .map(asked -> paths.follow(asked, path.subList(0, path.size() - 1), false))
        .filter(Paths.End.At.class::isInstance)
        .flatMap(end -> field(((Paths.End.At) end).model(), path.getLast()));
  }

  private Optional<Field> field(Model model, String name) {
    return models
        .members(model)
        .lookup(name)
        .filter(Field.class::isInstance)
        .map(Field.class::cast);
  }

  private List<Choice> choices() {
    return field().map(Field::choices).orElse(List.of());
  }

  private static String literal(Object value) {
    return switch (value) {
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Boolean truth -> truth ? "True" : "False";
      case BigDecimal number -> "Decimal(\"" + number.toPlainString() + "\")";
      default -> value.toString();
    };
  }

  private void value(String name) {
    offers.add(Kind.VALUE, name, "");
  }

  private void named(String... names) {
    for (String name : names) {
      common.functions(e -> e.name().equals(name));
    }
  }

  private void functions(List<String> groups) {
    common.functions(e ->
        groups.contains(e.group()) && !e.name().endsWith("Prefetch") && !e.name().equals("When"));
  }
}
