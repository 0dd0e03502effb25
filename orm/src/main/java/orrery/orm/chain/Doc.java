package orrery.orm.chain;

import java.util.List;

/// A text that is not yet broken into lines: pieces, and the places where a line may end.
sealed interface Doc {

  /// Words that stay on one line.
  record Words(String text) implements Doc {}

  /// Pieces without a space between them.
  record Joined(List<Doc> parts) implements Doc {}

  /// What stands in brackets, one item a line where it must be broken.
  ///
  /// @param open what stands before the items, up to the opening bracket
  /// @param comma whether a comma follows every item, so also the last where lines are broken
  record Bracketed(String open, List<Doc> items, String close, boolean comma) implements Doc {}

  /// Operands with an operator between each two.
  record Run(Doc first, List<Operand> more) implements Doc {}

  /// An operator and what stands behind it.
  record Operand(String operator, Doc doc) {}

  /// A chain: what it starts with, and what follows with a point or in square brackets.
  record Dotted(Doc base, List<Doc> links) implements Doc {}

  /// Returns a doc of one word.
  static Doc words(String text) {
    return new Words(text);
  }

  /// Returns `parts` without a space between them.
  static Doc joined(Doc... parts) {
    return new Joined(List.of(parts));
  }

  /// Returns `name(items)`.
  static Doc call(String name, List<Doc> items) {
    return new Bracketed(name + "(", List.copyOf(items), ")", true);
  }

  /// Returns `doc` in parentheses.
  static Doc parenthesised(Doc doc) {
    return new Bracketed("(", List.of(doc), ")", false);
  }

  /// Returns the text on one line.
  default String flat() {
    StringBuilder out = new StringBuilder();
    flatTo(out);
    return out.toString();
  }

  private void flatTo(StringBuilder out) {
    switch (this) {
      case Words words -> out.append(words.text());
      case Joined joined -> joined.parts().forEach(part -> part.flatTo(out));
      case Bracketed group -> {
        out.append(group.open());
        for (int i = 0; i < group.items().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          group.items().get(i).flatTo(out);
        }
        boolean tuple = group.comma() && group.open().equals("(") && group.items().size() == 1;
        out.append(tuple ? "," : "").append(group.close());
      }
      case Run run -> {
        run.first().flatTo(out);
        for (Operand operand : run.more()) {
          out.append(' ').append(operand.operator()).append(' ');
          operand.doc().flatTo(out);
        }
      }
      case Dotted dotted -> {
        dotted.base().flatTo(out);
        dotted.links().forEach(link -> link.flatTo(out));
      }
    }
  }
}
