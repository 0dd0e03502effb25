package orrery.orm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.meta.Field;
import orrery.orm.type.Json;

/// The answer to a chain as a text that can be compared between databases: numbers by their values
/// to twelve digits, since databases compute with different precision, and JSON without its layout.
///
/// @param kind what it is
/// @param rows the rows, or the one value
record Answer(String kind, List<String> rows) {

  private static final MathContext DIGITS = new MathContext(12);

  static Answer of(Result result) {
    return switch (result) {
      case Result.Objects r ->
          new Answer(
              "objects" + r.created().map(created -> " created " + created).orElse(""),
              r.rows().stream().map(row -> object(row, r.annotations(), r.related())).toList());
      case Result.Values r ->
          new Answer(
              "values " + r.form() + " " + r.names(),
              r.rows().stream().map(Answer::tuple).toList());
      case Result.Scalar r -> new Answer("scalar", List.of(value(r.value())));
      // A plan is each database's own.
      case Result.PlanText r -> new Answer("plan", List.of());
    };
  }

  /// Returns this answer with its rows in an order of their own.
  Answer inAnyOrder() {
    List<String> sorted = new ArrayList<>(rows);
    Collections.sort(sorted);
    return new Answer(kind, sorted);
  }

  private static String tuple(@Nullable Object[] row) {
    List<String> values = new ArrayList<>();
    for (Object value : row) {
      values.add(value(value));
    }
    return values.toString();
  }

  private static String object(Instance object, List<String> annotations, List<Branch> related) {
    Map<String, String> values = new TreeMap<>();
    for (Field field : object.layout().fields()) {
      if (!object.isDeferred(field)) {
        values.put(field.attname(), value(object.value(field)));
      }
    }
    annotations.forEach(name -> values.put(name, value(object.attr(name))));
    for (Branch branch : related) {
      Object found =
          object.hasAttr(branch.name())
              ? object.attr(branch.name())
              : object.related(branch.name());
      values.put(branch.name(), related(found, branch));
    }
    return object.model().name() + values;
  }

  private static String related(@Nullable Object found, Branch branch) {
    return switch (found) {
      case Instance one -> object(one, branch.annotations(), branch.related());
      case Prefetched many -> related(many.objects(), branch);
      case List<?> many -> many.stream().map(one -> related(one, branch)).toList().toString();
      case null, default -> "None";
    };
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Long n -> n.toString();
      case Integer n -> n.toString();
      case Double d when !Double.isFinite(d) -> d.toString();
      case Double d -> number(BigDecimal.valueOf(d));
      case BigDecimal d -> number(d);
      case Json json -> json(json.text());
      case String text -> '\'' + text + '\'';
      case List<?> list -> list.stream().map(Answer::value).toList().toString();
      case Map<?, ?> map -> {
        Map<String, String> values = new TreeMap<>();
        map.forEach((name, of) -> values.put(String.valueOf(name), value(of)));
        yield values.toString();
      }
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }

  private static String number(BigDecimal number) {
    BigDecimal plain = number.round(DIGITS).stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }

  /// PostgreSQL orders the members of an object by itself; here they stand in one order.
  private static String json(String text) {
    char[] letters = text.replaceAll("\\s", "").toCharArray();
    java.util.Arrays.sort(letters);
    return new String(letters);
  }
}
