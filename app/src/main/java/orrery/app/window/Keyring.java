package orrery.app.window;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.TimeUnit;

/// The keyring that the system keeps passwords in, by the program that comes with it: `secret-tool`
/// of the desktops of Linux, `security` of macOS, the password vault of Windows. A password is told
/// to that program alone, by its standard input, where no list of processes shows it.
///
/// A keyring that is missing, locked or slow is none: people are asked then. Blocks, so it belongs
/// off the window's thread. Thread-safe.
public final class Keyring {
  private static final String SERVICE = "Orrery";

  // Whoever must unlock the keyring first is asked by the system meanwhile.
  private static final long PATIENCE_SECONDS = 60;

  private enum Kind {
    LINUX,
    MAC,
    WINDOWS
  }

  private final Kind kind;
  private final String program;

  private Keyring(Kind kind, String program) {
    this.kind = kind;
    this.program = program;
  }

  /// Returns the keyring of this system, if it has one.
  public static Optional<Keyring> ofSystem() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.contains("mac")
        ? Optional.of(new Keyring(Kind.MAC, "/usr/bin/security"))
        : system.contains("win")
            ? Optional.of(new Keyring(Kind.WINDOWS, "powershell.exe"))
            : found("secret-tool").map(Keyring::secretTool);
  }

  /// Returns the keyring that the `secret-tool` at `program` speaks to.
  static Keyring secretTool(Path program) {
    return new Keyring(Kind.LINUX, program.toString());
  }

  private static Optional<Path> found(String program) {
    StringTokenizer folders =
        new StringTokenizer(System.getenv().getOrDefault("PATH", ""), File.pathSeparator);
    while (folders.hasMoreTokens()) {
      Path file = Path.of(folders.nextToken(), program);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// Returns the password that was kept for `location`, if there is one.
  public Optional<String> find(String location) {
    Optional<String> said =
        switch (kind) {
          case LINUX ->
              run(List.of(program, "lookup", "service", SERVICE, "location", location), "");
          case MAC ->
              run(
                  List.of(program, "find-generic-password", "-s", SERVICE, "-a", location, "-w"),
                  "");
          case WINDOWS ->
              vault(
                  "$c = $v.Retrieve(%s, %s); $c.RetrievePassword(); [Console]::Out.Write($c.Password)"
                      .formatted(literal(SERVICE), literal(location)));
        };
    return said.map(text -> kind == Kind.MAC ? text.stripTrailing() : text)
        .filter(text -> !text.isEmpty());
  }

  /// Keeps `password` for `location`, in place of the one before.
  ///
  /// @return whether the keyring took it
  public boolean keep(String location, String password) {
    return switch (kind) {
      case LINUX ->
          run(
                  List.of(
                      program,
                      "store",
                      "--label=" + SERVICE + ": " + location,
                      "service",
                      SERVICE,
                      "location",
                      location),
                  password)
              .isPresent();
      case MAC ->
          run(
                  List.of(program, "-i"),
                  "add-generic-password -U -s %s -a %s -w %s%n"
                      .formatted(quoted(SERVICE), quoted(location), quoted(password)))
              .isPresent();
      case WINDOWS ->
          vault(
                  "$v.Add((New-Object Windows.Security.Credentials.PasswordCredential(%s, %s, %s)))"
                      .formatted(literal(SERVICE), literal(location), literal(password)))
              .isPresent();
    };
  }

  private Optional<String> vault(String script) {
    return run(
        List.of(program, "-NoProfile", "-NonInteractive", "-Command", "-"),
        "$ErrorActionPreference = 'Stop'\n"
            + "[void][Windows.Security.Credentials.PasswordVault,"
            + "Windows.Security.Credentials,ContentType=WindowsRuntime]\n"
            + "$v = New-Object Windows.Security.Credentials.PasswordVault\n"
            + script
            + "\n");
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// Runs a program and returns what it wrote; nothing where it failed.
  private static Optional<String> run(List<String> command, String input) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      // A keyring that cannot be spoken to is none.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
