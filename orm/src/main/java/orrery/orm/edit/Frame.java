package orrery.orm.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// An open bracket, and what was read in it so far. Belongs to one [Situation]; not thread-safe.
final class Frame {

  /// The bracket around this one, null at the outermost.
  final @Nullable Frame outer;

  /// The opening bracket, or a blank for the text as a whole.
  final char bracket;

  /// What is called by it, empty where it only groups.
  final String callee;

  /// What the callee is a method of, null for functions.
  final @Nullable Operand receiver;

  /// Which positional argument is being read, from 0.
  int argument;

  /// The keyword whose value is being read, empty for positional arguments.
  String keyword = "";

  /// The keywords that were given.
  final List<String> keywords = new ArrayList<>();

  /// The first string among the arguments, which for aggregates is the path.
  String firstString = "";

  /// The names that the finished arguments give to what they compute.
  final Map<String, FieldType> given = new LinkedHashMap<>();

  /// What the argument consists of so far; null where nothing was read.
  @Nullable Operand operand;

  /// Whether a colon was read, which makes `[1:2]` a slice.
  boolean hasColon;

  Frame(@Nullable Frame outer, char bracket, String callee, @Nullable Operand receiver) {
    this.outer = outer;
    this.bracket = bracket;
    this.callee = callee;
    this.receiver = receiver;
  }

  /// What can stand before a dot.
  sealed interface Operand {
    /// A chain.
    record Queryset(Asked asked) implements Operand {}

    /// An expression such as `F("x")`.
    record Expression(String function, String firstString) implements Operand {}

    /// Anything that has no methods here.
    record Other() implements Operand {}
  }

  /// Returns the row of the tables that says what is called, if it is known.
  Optional<Entry> entry() {
    return switch (receiver) {
      case Operand.Queryset _ -> Methods.ofQueryset(callee);
      case Operand.Expression _ -> Methods.ofExpression(callee);
      case Operand.Other _ -> Optional.empty();
      case null -> Functions.find(callee);
    };
  }

  /// Returns the nearest bracket outwards that calls something.
  Frame call() {
    Frame at = this;
    while (at.callee.isEmpty() && at.outer != null && at.receiver == null) {
      at = at.outer;
    }
    return at;
  }

  /// Returns the chain whose fields the names in this bracket are.
  Optional<Asked> scope() {
    if (receiver instanceof Operand.Queryset(Asked asked)) {
      return Optional.of(asked);
    }
    return outer == null ? Optional.empty() : outer.scope();
  }

  /// Starts the next argument.
  void comma() {
    endArgument();
    argument++;
    keyword = "";
    hasColon = false;
  }

  /// Notes what the argument gave, and forgets it.
  void endArgument() {
    if (operand instanceof Operand.Expression e && !keyword.isEmpty()) {
      given.put(keyword, typeOf(e.function()));
    } else if (operand instanceof Operand.Expression e && Functions.isAggregate(e.function())) {
      String name = e.firstString() + "__" + e.function().toLowerCase(Locale.ROOT);
      given.put(name, typeOf(e.function()));
    } else if (operand != null && !keyword.isEmpty()) {
      given.put(keyword, FieldTypes.ANY);
    }
    operand = null;
  }

  private static FieldType typeOf(String function) {
    return switch (function) {
      case "Count", "Length", "Rank", "DenseRank", "RowNumber", "Ntile", "StrIndex" ->
          FieldTypes.INTEGER;
      case "Lower", "Upper", "Concat", "Substr", "Trim", "Replace", "Left", "Right", "StringAgg" ->
          FieldTypes.TEXT;
      case "Exists", "Q" -> FieldTypes.BOOLEAN;
      case "TruncDate" -> FieldTypes.DATE;
      case "Now" -> FieldTypes.DATETIME;
      default -> function.startsWith("Extract") ? FieldTypes.INTEGER : FieldTypes.ANY;
    };
  }
}
