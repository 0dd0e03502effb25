import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes the installer of Orrery for the system it runs on: a deb on Linux, a dmg on macOS, an msi
/// on Windows.
///
/// The runtime image holds the modules of Java and JavaFX; all else goes on the class path, because
/// jlink takes no automatic modules.
///
/// @param home the folder of the sources, whose `app/target/orrery` has been built
/// @param work an empty folder to work in
final class Installer {
  private static final String SYSTEM = System.getProperty("os.name");
  private static final boolean WINDOWS = SYSTEM.startsWith("Windows");
  private static final boolean MACOS = SYSTEM.startsWith("Mac");

  /// Windows knows by it that one package is a later one of another. Never to be changed.
  private static final String UPGRADE = "7d1f6a3e-52c4-4c0b-9a51-0f0b6f6d2c1a";

  private final Path home;
  private final Path work;
  private final Path modules;
  private final Path input;
  private final Path image;

  private Installer(Path home, Path work) {
    this.home = home;
    this.work = work;
    this.modules = work.resolve("modules");
    this.input = work.resolve("input");
    this.image = work.resolve("image");
  }

  /// Makes the installer.
  ///
  /// @param args the folder of the sources, the folder to leave the installer in, the version, and
  ///   a type of jpackage, or nothing for the usual one of the system
  static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    Path target = Files.createDirectories(Path.of(args[1]));
    Path work = target.resolve("work");
    Tools.delete(work);
    String type = args.length > 3 && !args[3].isEmpty() ? args[3] : usualType();
    Installer installer = new Installer(home, work);
    installer.divide();
    installer.link();
    installer.remember();
    installer.pack(type, args[2].replace("-SNAPSHOT", ""), target);
  }

  private static String usualType() {
    return WINDOWS ? "msi" : MACOS ? "dmg" : "deb";
  }

  /// JavaFX to the modules, all else to the class path. The jars of JavaFX that are for no system
  /// are empty.
  private void divide() throws IOException {
    Files.createDirectories(modules);
    Files.createDirectories(input);
    for (Path jar : Tools.list(home.resolve("app/target/orrery/lib"))) {
      String name = jar.getFileName().toString();
      if (!name.startsWith("javafx-")) {
        Tools.copy(jar, input);
      } else if (ModuleFinder.of(jar).findAll().stream()
          .noneMatch(module -> module.descriptor().isAutomatic())) {
        Tools.copy(jar, modules);
      }
    }
  }

  private void link() throws IOException {
    String path = modules + java.io.File.pathSeparator + input;
    List<String> jdeps = new ArrayList<>();
    jdeps.addAll(List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
    jdeps.addAll(List.of("--module-path", path));
    Stream.concat(Tools.list(modules).stream(), Tools.list(input).stream())
        .forEach(jar -> jdeps.add(jar.toString()));
    String needed = Tools.run("jdeps", jdeps).lines().reduce((_, last) -> last).orElseThrow();
    Tools.run(
        "jlink",
        List.of(
            "--module-path",
            modules.toString(),
            "--add-modules",
            String.join(",", needed, "jdk.unsupported", String.join(",", namesIn(modules))),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-6",
            "--output",
            image.toString()));
    unpackNatives();
  }

  /// Beside the JVM's own libraries JavaFX finds its own; inside a module it would have to unpack
  /// them into the home of each user first.
  private void unpackNatives() throws IOException {
    Path libraries = image.resolve(WINDOWS ? "bin" : "lib");
    for (ModuleReference module : ModuleFinder.of(modules).findAll()) {
      try (var reader = module.open()) {
        for (String name : reader.list().filter(Installer::isNative).toList()) {
          try (var in = reader.open(name).orElseThrow()) {
            Files.copy(in, libraries.resolve(Path.of(name).getFileName().toString()));
          }
        }
      }
    }
  }

  private static boolean isNative(String name) {
    return name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib");
  }

  /// Asks one query for the JVM to remember what a start loads and links.
  private void remember() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(image.resolve("bin").resolve(WINDOWS ? "java.exe" : "java").toString());
    command.add("-XX:AOTCacheOutput=" + input.resolve("app.aot"));
    command.addAll(flags());
    command.add("-cp");
    command.add(String.join(java.io.File.pathSeparator, classPath()));
    command.addAll(List.of("orrery.app.Main", "query", "sample"));
    command.addAll(List.of("Book.objects.filter(pk__gt=1)[:5]", "--format", "json"));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(work.resolve("app.aot.log").toFile())
        .start()
        .waitFor();
  }

  /// The class path in jpackage's order: the program's own jar, then the others by name.
  private List<String> classPath() throws IOException {
    String main = input.resolve(mainJar()).toString();
    List<String> path = new ArrayList<>(List.of(main));
    Tools.list(input).stream()
        .map(Path::toString)
        .filter(jar -> jar.endsWith(".jar") && !jar.equals(main))
        .forEach(path::add);
    return path;
  }

  private String mainJar() throws IOException {
    return Tools.list(input).stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.startsWith("orrery-app-"))
        .findFirst()
        .orElseThrow();
  }

  /// The flags of `./run`, where what is a module there is on the class path here.
  private List<String> flags() throws IOException {
    List<String> flags = new ArrayList<>();
    for (String line : Files.readAllLines(home.resolve("app/target/orrery/flags"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String flag = line;
        for (String name : namesIn(input)) {
          flag = flag.replace(name, "ALL-UNNAMED");
        }
        flags.add(flag);
      }
    }
    return flags;
  }

  private static List<String> namesIn(Path folder) {
    return ModuleFinder.of(folder).findAll().stream()
        .map(module -> module.descriptor().name())
        .sorted()
        .toList();
  }

  private void pack(String type, String version, Path target) throws IOException {
    Path settings = home.resolve("installer/src/main/jpackage");
    List<String> args = new ArrayList<>();
    args.addAll(List.of("--type", type, "--dest", target.toString()));
    args.addAll(List.of("--name", "Orrery", "--app-version", version, "--vendor", "Orrery"));
    args.addAll(List.of("--description", "Database browser and visual query builder"));
    args.addAll(List.of("--runtime-image", image.toString(), "--input", input.toString()));
    args.addAll(List.of("--main-jar", mainJar(), "--main-class", "orrery.app.Main"));
    for (String flag : flags()) {
      args.addAll(List.of("--java-options", flag));
    }
    args.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/app.aot"));
    Path picture = home.resolve("assets/src/main/resources/orrery/assets/icon.png");
    if (Files.exists(picture)) {
      args.addAll(List.of("--icon", Icon.of(picture, work, WINDOWS, MACOS).toString()));
    }
    if (WINDOWS) {
      args.addAll(
          List.of("--add-launcher", "orrery-cli=" + settings.resolve("console.properties")));
    }
    if (MACOS) {
      args.addAll(List.of("--mac-package-identifier", "orrery"));
    }
    if (type.equals("app-image")) {
      Tools.delete(target.resolve("Orrery"));
    } else {
      args.addAll(List.of("--license-file", home.resolve("LICENSE").toString()));
      args.addAll(
          List.of("--file-associations", settings.resolve("database.properties").toString()));
      if (WINDOWS) {
        args.addAll(List.of("--win-menu", "--win-shortcut", "--win-dir-chooser"));
        args.addAll(List.of("--win-per-user-install", "--win-upgrade-uuid", UPGRADE));
      } else if (!MACOS) {
        args.addAll(List.of("--linux-package-name", "orrery", "--linux-shortcut"));
        args.addAll(List.of("--linux-menu-group", "Development;Database;"));
        args.addAll(List.of("--resource-dir", settings.resolve("resources").toString()));
      }
    }
    Tools.run("jpackage", args);
    System.out.println("Made an installer in " + target);
  }
}
