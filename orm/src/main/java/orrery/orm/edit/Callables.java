package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Expr;

/// What may be called in an expression, as a form offers it: functions, and what goes over a window
/// of rows.
public final class Callables {
  private static final List<String> NO_FORM = List.of("RowRange", "ValueRange", "JSONObject", "KT");

  private Callables() {}

  /// Returns the functions that compute a value of one row, in the order people reach for them.
  public static List<Signature> functions() {
    return offers("function");
  }

  /// Returns the functions that compute a value over a window of rows.
  public static List<Signature> overWindows() {
    return offers("window");
  }

  private static List<Signature> offers(String group) {
    return Functions.all().stream()
        .filter(e -> e.group().equals(group) && !NO_FORM.contains(e.name()))
        .map(e -> new Signature(e.name(), e.parameters(), -1, e.meaning()))
        .toList();
  }

  /// Returns the name of the parameter that the argument at `index` of a call is; empty where
  /// nobody knows.
  public static String parameter(String function, int index) {
    List<String> all = Functions.find(function).map(Entry::parameters).orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      boolean isRest = all.get(i).startsWith("*") && !all.get(i).startsWith("**");
      if (i == index || isRest) {
        return all.get(i).replaceFirst("^\\*+", "").replaceFirst("=.*", "");
      }
    }
    return "";
  }

  /// Says whether a function takes any number of arguments from `index` on.
  public static boolean takesMore(String function, int index) {
    List<String> all = Functions.find(function).map(Entry::parameters).orElse(List.of());
    boolean isRest = all.stream().limit(index + 1L).anyMatch(p -> p.matches("\\*[a-z].*"));
    return isRest || (index < all.size() && !all.get(index).matches("(\\*\\*|output_|tzinfo).*"));
  }

  /// Says whether an argument is an expression, so that a text in it is the name of a field.
  public static boolean isExpression(String function, int index) {
    String parameter = parameter(function, index);
    return parameter.isEmpty() || parameter.startsWith("expression");
  }

  /// Returns a call of `function` on `first`, with something to start from for all else that it
  /// needs.
  public static Expr.Call on(String function, Expr first) {
    List<Expr> args = new ArrayList<>();
    Optional<Entry> entry = Functions.find(function);
    boolean isGiven = false;
    for (String parameter : entry.map(Entry::parameters).orElse(List.of("expression"))) {
      String name = parameter.replaceFirst("^\\*+", "");
      boolean isNeeded = !parameter.contains("=");
      if (name.startsWith("expression") && !isGiven) {
        args.add(first);
        isGiven = true;
        if (function.equals("Concat") || function.equals("Greatest") || function.equals("Least")) {
          args.add(first);
        } else if (function.equals("Coalesce")) {
          args.add(new Expr.Value(new Expr.Literal(0L), Optional.empty()));
        }
      } else if (isNeeded) {
        args.add(start(name));
      }
    }
    return new Expr.Call(function, args, List.of());
  }

  /// Returns what an argument starts with.
  static Expr start(String parameter) {
    return switch (parameter) {
      case "expression2" -> new Expr.Literal(2L);
      case "expression1", "expression" -> new Expr.Literal("pk");
      case "pos", "nth", "num_buckets" -> new Expr.Literal(1L);
      case "length", "number" -> new Expr.Literal(3L);
      case "base" -> new Expr.Literal(10L);
      case "lookup_name", "kind" -> new Expr.Literal("year");
      case "collation" -> new Expr.Literal("NOCASE");
      case "output_field" -> new Expr.Call("IntegerField", List.of(), List.of());
      default -> new Expr.Value(new Expr.Literal(" "), Optional.empty());
    };
  }
}
