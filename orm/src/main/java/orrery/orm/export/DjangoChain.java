package orrery.orm.export;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import orrery.orm.chain.Names;
import orrery.orm.chain.Printer;
import orrery.orm.chain.Token;
import orrery.orm.chain.Tokens;
import orrery.orm.query.Chain;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// A chain as Python for a Django shell: the imports of all that it names, and the chain.
public final class DjangoChain {

  private static final int WIDTH = 100;

  private static final Map<String, String> MODULES = modules();

  private final List<Token> tokens;
  private final Map<String, Set<String>> imports = new TreeMap<>(DjangoChain::byOrigin);

  private DjangoChain(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// Returns the source: the imports, an empty line, and the chain.
  ///
  /// @param application the name of the Django application that has the models
  public static String of(Chain chain, String application) {
    return new DjangoChain(Tokens.of(Printer.pretty(chain, WIDTH))).source(application);
  }

  private static Map<String, String> modules() {
    Map<String, String> modules = new HashMap<>();
    put(modules, "django.db.models", Names.expressions());
    put(modules, "django.db.models", Names.aggregates());
    put(modules, "django.db.models", FieldTypes.all().stream().map(FieldType::name).toList());
    put(modules, "django.db.models", List.of("WindowFrameExclusion"));
    put(modules, "django.db.models.functions", Names.functions());
    put(modules, "django.db.models.functions", Names.windowFunctions());
    put(modules, "django.db.models.lookups", Names.lookupClasses());
    put(modules, "django.db.models.expressions", List.of("RawSQL", "OrderBy"));
    put(modules, "django.db.models.fields.json", List.of("KT"));
    put(modules, "django.contrib.postgres.fields", List.of("ArrayField"));
    put(modules, "django.contrib.postgres.aggregates", List.of("BitAnd", "BitOr", "BitXor"));
    put(modules, "django.contrib.contenttypes.prefetch", List.of("GenericPrefetch"));
    put(modules, "datetime", List.of("date", "datetime", "time", "timedelta", "timezone"));
    put(modules, "decimal", List.of("Decimal"));
    put(modules, "uuid", List.of("UUID"));
    put(modules, "zoneinfo", List.of("ZoneInfo"));
    return Map.copyOf(modules);
  }

  private static void put(Map<String, String> modules, String module, Collection<String> names) {
    names.forEach(name -> modules.put(name, module));
  }

  /// Python's own modules stand first, then Django's, then the application's.
  private static int byOrigin(String a, String b) {
    int order = Integer.compare(origin(a), origin(b));
    return order == 0 ? a.compareTo(b) : order;
  }

  private static int origin(String module) {
    return module.startsWith("django.") ? 1 : module.endsWith(".models") ? 2 : 0;
  }

  private String source(String application) {
    Set<String> models = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isFree(i)) {
        (isModel(i) ? models : others).add(tokens.get(i).text());
      }
    }
    for (String name : others) {
      String module = MODULES.get(name);
      if (module != null) {
        imports.computeIfAbsent(module, m -> new TreeSet<>()).add(name);
      }
    }
    Map<String, String> renamed = new HashMap<>();
    for (String model : models) {
      boolean clash = others.contains(model);
      String name = clash ? model + "Model" : model;
      renamed.put(model, name);
      imports
          .computeIfAbsent(application + ".models", m -> new TreeSet<>())
          .add(clash ? model + " as " + name : model);
    }
    StringBuilder text = new StringBuilder();
    imports.forEach((module, names) -> text.append(line(module, names)));
    text.append('\n');
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      text.append(isFree(i) && isModel(i) ? renamed.getOrDefault(word, word) : word);
    }
    return text.append('\n').toString();
  }

  private static String line(String module, Set<String> names) {
    String line = "from " + module + " import " + String.join(", ", names);
    return line.length() <= WIDTH
        ? line + "\n"
        : "from " + module + " import (\n    " + String.join(",\n    ", names) + ",\n)\n";
  }

  /// Says whether the token is a name that Python must know: no attribute and no keyword argument.
  private boolean isFree(int at) {
    return switch (tokens.get(at).kind()) {
      case MODEL, FUNCTION, NAME -> !is(at, -1, ".");
      case SPACE, COMMENT, METHOD, FIELD, KEYWORD, STRING, NUMBER, OPERATOR, PUNCTUATION, ERROR ->
          false;
    };
  }

  /// A manager hangs on a model, and what nobody else knows is the making of an object.
  private boolean isModel(int at) {
    boolean manager = is(at, 1, ".") && word(at, 2).equals("objects");
    String name = tokens.get(at).text();
    return manager || (Names.find(name).isEmpty() && !MODULES.containsKey(name));
  }

  private boolean is(int at, int step, String sign) {
    return word(at, step).equals(sign);
  }

  /// Returns the token some steps from `at`, blanks aside.
  private String word(int at, int steps) {
    int step = Integer.signum(steps);
    int left = Math.abs(steps);
    for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
      boolean blank = tokens.get(i).kind() == Token.Kind.SPACE;
      if (!blank && --left == 0) {
        return tokens.get(i).text();
      }
    }
    return "";
  }
}
