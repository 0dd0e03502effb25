package orrery.ui.builder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import orrery.orm.edit.FanOut;
import orrery.orm.edit.Ground;
import orrery.orm.edit.PathChoice;
import orrery.orm.type.FieldType;
import orrery.ui.kit.Fuzzy;

/// Finds paths from field to field, through any relation: level by level, or by typing parts of
/// their names. Immutable.
final class PathPicker {
  private static final int DEPTH = 6;
  private static final int MOST_STOPS = 400;
  private static final int MOST = 60;
  private static final int MOST_SOUNDED = 12;

  private final Ground ground;
  private final Soundings soundings;

  PathPicker(Ground ground, Soundings soundings) {
    this.ground = ground;
    this.soundings = soundings;
  }

  /// One thing that can be picked.
  ///
  /// @param path the whole path
  /// @param label what is shown of it
  /// @param detail its type or target
  /// @param icon the icon's name
  /// @param isRelation whether one can go on from it
  /// @param isToMany whether a relation on the way leads to many objects, so that rows repeat
  /// @param many how many of them there are for each object, from a sample: `≈ 4.2`; empty where
  ///   nobody knows
  record Row(
      String path,
      String label,
      String detail,
      String icon,
      boolean isRelation,
      boolean isToMany,
      String many) {}

  /// Returns the model that `path` leads to, or for an empty one starts from.
  String model(String path) {
    return path.isEmpty() ? ground.model() : ground.meaning(path).model();
  }

  /// Returns the names of the path, with arrows between: `album → artist → name`.
  static String words(String path) {
    return path.replace("__", " › ");
  }

  /// Returns what follows `path`, where `typed` is empty; else whatever at any depth behind it fits
  /// `typed`, best first.
  List<Row> rows(String path, String typed) {
    if (typed.isBlank()) {
      return ground.choices(path).stream().map(choice -> row(choice, choice.name())).toList();
    }
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Scored> found = new ArrayList<>();
    Deque<Stop> open = new ArrayDeque<>(List.of(new Stop(path, Set.of(model(path)))));
    // Level by level, so that where there is too much to look through, the near is found.
    for (int seen = 0; !open.isEmpty() && seen < MOST_STOPS; seen++) {
      Stop stop = open.poll();
      for (PathChoice choice : ground.choices(stop.path())) {
        String label = path.isEmpty() ? choice.path() : choice.path().substring(path.length() + 2);
        int score = score(label, wanted) - stop.models().size() * 8;
        if (score > 0) {
          found.add(new Scored(row(choice, words(label)), score));
        }
        boolean goesOn =
            choice.isRelation()
                && stop.models().size() < DEPTH
                && !stop.models().contains(choice.target());
        if (goesOn) {
          Set<String> with = new HashSet<>(stop.models());
          with.add(choice.target());
          open.add(new Stop(choice.path(), with));
        }
      }
    }
    found.sort(
        Comparator.comparingInt(Scored::score)
            .reversed()
            .thenComparingInt(s -> s.row().path().length()));
    return found.stream().limit(MOST).map(Scored::row).toList();
  }

  private record Scored(Row row, int score) {}

  /// A place on the way, and the models that the way has led through.
  private record Stop(String path, Set<String> models) {}

  /// Each word that was typed has to be found, in its order; whole names count most.
  private static int score(String label, String wanted) {
    String path = label.toLowerCase(Locale.ROOT);
    int from = 0;
    int score = 100;
    for (String word : wanted.split("[\\s.›>]+|__", -1)) {
      int at = path.indexOf(word, from);
      if (at < 0) {
        return Fuzzy.match(wanted, label).filter(m -> m.score() > 0).map(_ -> 40).orElse(0);
      }
      boolean starts = at == 0 || path.charAt(at - 1) == '_';
      boolean ends =
          at + word.length() == path.length() || path.startsWith("__", at + word.length());
      score += (starts ? 12 : 0) + (ends ? 12 : 0);
      from = at + word.length();
    }
    return score - (path.length() - from) / 3;
  }

  private Row row(PathChoice choice, String label) {
    boolean isToMany = ground.isToMany(choice.path());
    return new Row(
        choice.path(),
        label,
        detail(choice),
        icon(choice),
        choice.isRelation(),
        isToMany,
        isToMany ? many(choice.path()) : "");
  }

  private String many(String path) {
    OptionalDouble product = soundings.product(FanOut.on(ground, path));
    return product.isEmpty() ? "" : "≈ " + number(product.getAsDouble());
  }

  private static String number(double many) {
    return many >= 10 ? "%,.0f".formatted(many) : "%.1f".formatted(many);
  }

  /// Returns in a sentence what a row of many means to those around: how often one of theirs comes.
  String manyWords(Row row) {
    String each = row.many().isEmpty() ? "several times" : row.many() + " times";
    return "Along a relation to many: each "
        + ground.model()
        + " may come "
        + each
        + ". A step can take repeated rows out, or ask only whether there are any.";
  }

  /// Samples what is not known yet of the relations in some rows.
  ///
  /// @param heard runs once more is known
  Soundings.Asked sound(List<Row> rows, Runnable heard) {
    List<FanOut> relations =
        rows.stream()
            .filter(Row::isToMany)
            .limit(MOST_SOUNDED)
            .flatMap(row -> FanOut.on(ground, row.path()).stream())
            .toList();
    return soundings.average(relations, heard);
  }

  private static String detail(PathChoice choice) {
    return switch (choice.kind()) {
      case GIVEN -> "computed" + choice.type().map(FieldType::name).map(n -> ", " + n).orElse("");
      case KEY, FIELD -> choice.detail();
      case FORWARD, BACK_ONE -> "one " + choice.target();
      case BACK_MANY, MANY -> "many " + choice.target();
    };
  }

  private static String icon(PathChoice choice) {
    return switch (choice.kind()) {
      case GIVEN -> "fth-zap";
      case KEY -> "fth-key";
      case FIELD -> "fth-minus";
      case FORWARD -> "fth-arrow-right";
      case BACK_ONE -> "fth-arrow-left";
      case BACK_MANY, MANY -> "fth-git-branch";
    };
  }
}
