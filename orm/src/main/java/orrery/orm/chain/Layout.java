package orrery.orm.chain;

import java.util.List;

/// The breaking of a [Doc] into lines of a width, as Python's formatters do it: one item a line in
/// brackets, one step a line in a chain.
final class Layout {

  private static final int STEP = 4;

  private final int width;
  private final StringBuilder out = new StringBuilder();

  private Layout(int width) {
    this.width = width;
  }

  /// Returns `doc` in lines of `width` where that is possible.
  ///
  /// What Python would not read on several lines as it stands is put in parentheses.
  static String of(Doc doc, int width) {
    Layout layout = new Layout(width);
    boolean open =
        switch (doc) {
          case Doc.Run _ -> true;
          case Doc.Dotted dotted -> methods(dotted.links()) > 1;
          case Doc.Words _, Doc.Joined _, Doc.Bracketed _ -> false;
        };
    if (open && doc.flat().length() > width) {
      layout.out.append('(');
      layout.line(STEP);
      layout.put(doc, STEP, STEP, 0);
      layout.line(0);
      layout.out.append(')');
    } else {
      layout.put(doc, 0, 0, 0);
    }
    return layout.out.toString();
  }

  private void line(int indent) {
    out.append('\n').repeat(' ', indent);
  }

  private int column() {
    return out.length() - (out.lastIndexOf("\n") + 1);
  }

  /// Writes `doc`, whose broken lines start at `indent` and whose further steps at `further`, and
  /// behind whose end `after` characters must find place.
  private void put(Doc doc, int indent, int further, int after) {
    String flat = doc.flat();
    if (column() + flat.length() + after <= width) {
      out.append(flat);
      return;
    }
    switch (doc) {
      case Doc.Words words -> out.append(words.text());
      case Doc.Joined joined -> {
        for (int i = 0; i < joined.parts().size(); i++) {
          boolean last = i == joined.parts().size() - 1;
          put(joined.parts().get(i), indent, further, last ? after : 0);
        }
      }
      case Doc.Bracketed group -> {
        if (group.items().isEmpty()) {
          out.append(flat);
          return;
        }
        out.append(group.open());
        for (Doc item : group.items()) {
          line(indent + STEP);
          put(item, indent + STEP, indent + 2 * STEP, 1);
          out.append(group.comma() ? "," : "");
        }
        line(indent);
        out.append(group.close());
      }
      case Doc.Run run -> {
        // Behind a name and its = the operators would not be seen at the start of the item.
        int start = column() == indent ? indent : further;
        put(run.first(), indent, further, 0);
        for (Doc.Operand operand : run.more()) {
          line(start);
          out.append(operand.operator()).append(' ');
          put(operand.doc(), start, start + STEP, 0);
        }
      }
      case Doc.Dotted dotted -> dotted(dotted, indent, further, after);
    }
  }

  private void dotted(Doc.Dotted dotted, int indent, int further, int after) {
    List<Doc> links = dotted.links();
    boolean lines = methods(links) > 1 && (indent == further || fits(dotted, further));
    put(dotted.base(), indent, further, 0);
    int methods = 0;
    for (int i = 0; i < links.size(); i++) {
      Doc link = links.get(i);
      boolean last = i == links.size() - 1;
      if (lines && isMethod(link) && ++methods > 1) {
        line(further);
      }
      put(link, methods > 1 ? further : indent, further, last ? after : 0);
    }
  }

  /// Says whether no step of a chain inside another needs more than a line of its own.
  private boolean fits(Doc.Dotted dotted, int further) {
    List<Doc> links = dotted.links();
    String first = dotted.base().flat() + links.getFirst().flat();
    return column() + first.length() <= width
        && links.stream().allMatch(link -> further + link.flat().length() < width);
  }

  private static long methods(List<Doc> links) {
    return links.stream().filter(Layout::isMethod).count();
  }

  private static boolean isMethod(Doc link) {
    return link instanceof Doc.Joined;
  }
}
