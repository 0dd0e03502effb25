package orrery.orm.edit;

import java.util.List;
import java.util.Optional;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// Steps as text, for what no form draws.
public final class StepText {

  private StepText() {}

  /// Returns `step` with the point before it: `.reverse()`.
  public static String of(Step step) {
    return step instanceof Step.Slice ? Printer.print(step) : "." + Printer.print(step);
  }

  /// Returns the end of a chain with the point before it; empty for a fetch.
  public static String of(Terminal terminal) {
    String text = Printer.print(terminal);
    return text.isEmpty() || text.startsWith("[") ? text : "." + text;
  }

  /// Reads one or more steps.
  ///
  /// @throws OrmError where `text` is none
  public static List<Step> steps(String text) {
    return chain("", text).query().steps();
  }

  /// Reads the end of a chain; an empty text is a fetch.
  ///
  /// @throws OrmError where `text` is none
  public static Terminal terminal(String text) {
    return chain(".all()", text).terminal();
  }

  private static Chain chain(String before, String text) {
    String dotted = text.isBlank() || text.strip().startsWith("[") ? text : dotted(text.strip());
    return Parser.parse("M.objects" + before + dotted).chain();
  }

  private static String dotted(String text) {
    return text.startsWith(".") ? text : "." + text;
  }

  /// Reads the queries of a list such as `A.objects.all(), A.objects.filter(x=1)`; nothing where it
  /// is none.
  public static Optional<List<Query>> queries(String text) {
    try {
      List<Step> steps = steps("union(" + text + ")");
      return steps.size() == 1 && steps.getFirst() instanceof Step.Combine(_, var others, _)
          ? Optional.of(others)
          : Optional.empty();
    } catch (OrmError wrong) {
      // While people type, most texts are no queries yet.
      return Optional.empty();
    }
  }

  /// Returns the text that [#queries] reads.
  public static String text(List<Query> queries) {
    return String.join(", ", queries.stream().map(Printer::print).toList());
  }

  /// Reads a named expression from its two texts; nothing where the expression is none.
  public static Optional<Named> named(String name, String expression) {
    boolean isName = name.matches("[A-Za-z_][A-Za-z0-9_]*");
    return isName
        ? ValueText.expression(expression).map(value -> new Named(name, value))
        : Optional.empty();
  }

  /// Returns the text of the expression of `named`.
  public static String text(Named named) {
    return Printer.print(named.value());
  }
}
