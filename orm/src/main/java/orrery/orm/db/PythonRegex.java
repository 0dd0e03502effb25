package orrery.orm.db;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import orrery.orm.error.OperationalError;

/// Regular expressions as Python writes them, as Java's.
///
/// Most is spelled alike. What is not is spelled anew: `(?P<name>…)`, `(?P=name)`, `\Z`, `\v`,
/// `\UXXXXXXXX`, `{,n}`, and `[` and `&&` inside brackets, which mean themselves in Python.
/// Letters, digits and the like are those of Unicode and only `\n` ends a line, as in Python. Java
/// has no `(?(1)…|…)`.
final class PythonRegex {

  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES;
  private static final int KEPT = 200;

  private static final Map<String, Pattern> COMPILED =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
              return size() > KEPT;
            }
          });

  private final String python;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private boolean inClass;

  private PythonRegex(String python) {
    this.python = python;
  }

  /// Returns the pattern that `python` stands for.
  ///
  /// @throws OperationalError where it is none
  static Pattern compile(String python) {
    Pattern known = COMPILED.get(python);
    if (known == null) {
      try {
        known = Pattern.compile(new PythonRegex(python).translate(), FLAGS);
      } catch (PatternSyntaxException e) {
        throw new OperationalError(
            "The regular expression '%s' is wrong: %s".formatted(python, e.getDescription()), e);
      }
      COMPILED.put(python, known);
    }
    return known;
  }

  /// Says whether `python` is found anywhere in `text`; stops when the current action is stopped.
  static boolean search(String python, String text) {
    return compile(python).matcher(new StoppableText(text, Action.current())).find();
  }

  private String translate() {
    while (at < python.length()) {
      char c = python.charAt(at);
      if (c == '\\' && at + 1 < python.length()) {
        escape(python.charAt(at + 1));
      } else if (inClass) {
        inClass(c);
      } else {
        outside(c);
      }
    }
    return java.toString();
  }

  private void escape(char c) {
    at += 2;
    switch (c) {
      case 'Z' -> java.append("\\z");
      case 'v' -> java.append("\\x0B");
      case 'b' -> java.append(inClass ? "\\x08" : "\\b");
      case '0' -> java.append("\\x00");
      case 'U' -> {
        int end = Math.min(at + 8, python.length());
        java.append("\\x{").append(python, at, end).append('}');
        at = end;
      }
      default -> java.append('\\').append(c);
    }
  }

  private void inClass(char c) {
    at++;
    switch (c) {
      case ']' -> {
        inClass = false;
        java.append(c);
      }
      case '[', '&' -> java.append('\\').append(c);
      default -> java.append(c);
    }
  }

  private void outside(char c) {
    if (c == '[') {
      inClass = true;
      at++;
      java.append('[');
      if (python.startsWith("^", at)) {
        at++;
        java.append('^');
      }
      // A bracket that closes first of all means itself.
      if (python.startsWith("]", at)) {
        at++;
        java.append("\\]");
      }
    } else if (!replaced("(?P<", "(?<") && !reference() && !replaced("{,", "{0,")) {
      at++;
      java.append(c);
    }
  }

  private boolean replaced(String before, String after) {
    if (!python.startsWith(before, at)) {
      return false;
    }
    at += before.length();
    java.append(after);
    return true;
  }

  private boolean reference() {
    int end = python.startsWith("(?P=", at) ? python.indexOf(')', at) : -1;
    if (end < 0) {
      return false;
    }
    java.append("\\k<").append(python, at + 4, end).append('>');
    at = end + 1;
    return true;
  }

  /// A text that cannot be read any further once an action is stopped, so that an expression which
  /// takes for ever can be stopped.
  private record StoppableText(String text, Action action) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (action.isStopped()) {
        throw new OperationalError("interrupted");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
