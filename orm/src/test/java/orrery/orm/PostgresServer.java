package orrery.orm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// A real PostgreSQL server for tests: one for each JVM, started when the first test wants it, from
/// the binaries that come as a test dependency, and ended with the JVM. Nothing needs to be
/// installed.
///
/// Each test class takes a database of its own. The server refuses to run as root; where the tests
/// do, it runs as the user `nobody`. Thread-safe.
public final class PostgresServer {

  /// The name of the user that may do everything.
  public static final String USER = "postgres";

  /// What that user must say.
  public static final String PASSWORD = "un&guess=able ?";

  private static final String NOBODY = "65534";
  private static final int SECONDS_TO_START = 60;

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path home;
  private final Path data;
  private final int port;
  private final Process process;

  private static final class Running {
    static final PostgresServer SERVER = start();
  }

  private PostgresServer(Path home) throws IOException, InterruptedException {
    this.home = home;
    this.data = home.resolve("data");
    Path binaries = home.resolve("postgres");
    unpack(binaries);
    Files.createFile(home.resolve("log"));
    Path password = Files.writeString(home.resolve("password"), PASSWORD);
    if (isRoot()) {
      giveAway(home);
    }
    String program = binaries.resolve("bin/initdb").toString();
    List<String> initdb =
        List.of(
            program,
            "-D",
            data.toString(),
            "-U",
            USER,
            "--pwfile=" + password,
            "--no-sync",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    Process made = process(initdb).start();
    if (made.waitFor() != 0) {
      throw new IOException("PostgreSQL's initdb failed:\n" + log());
    }
    this.port = freePort();
    this.process =
        process(
                List.of(
                    binaries.resolve("bin/postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    String.valueOf(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off",
                    "-c",
                    "full_page_writes=off",
                    "-c",
                    "max_connections=200"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    awaitConnections();
  }

  private static PostgresServer start() {
    try {
      return new PostgresServer(Files.createTempDirectory("orrery-postgres"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while PostgreSQL starts", e);
    }
  }

  /// Makes an empty database and returns the URL that opens it, password included.
  public static String newDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    execute(url("postgres"), "CREATE DATABASE " + name);
    return url(name);
  }

  /// Makes a database with what `sql` makes in it and returns its URL.
  public static String newDatabase(String sql) {
    String url = newDatabase();
    execute(url, sql);
    return url;
  }

  /// Runs `sql`, one statement or several, as the user who may do everything.
  public static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// Has the server take connections by TLS too, with a certificate of its own making, and returns
  /// the file that it is in.
  public static Path enableTls() throws IOException, InterruptedException {
    Path certificate = Running.SERVER.makeCertificate();
    String url = url("postgres");
    execute(url, "ALTER SYSTEM SET ssl_cert_file = '" + certificate + "'");
    execute(url, "ALTER SYSTEM SET ssl_key_file = '" + certificate.resolveSibling("tls.key") + "'");
    execute(url, "ALTER SYSTEM SET ssl = on");
    execute(url, "SELECT pg_reload_conf()");
    return certificate;
  }

  private Path makeCertificate() throws IOException, InterruptedException {
    Path store = home.resolve("tls.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "tls",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "SAN=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            store.toString());
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(home.resolve("log").toFile()))
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool failed:\n" + log());
    }
    Path certificate = home.resolve("tls.crt");
    Path key = home.resolve("tls.key");
    try {
      char[] password = "changeit".toCharArray();
      KeyStore keys = KeyStore.getInstance(store.toFile(), password);
      write(certificate, "CERTIFICATE", keys.getCertificate("tls").getEncoded());
      write(key, "PRIVATE KEY", keys.getKey("tls", password).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    if (isRoot()) {
      giveAway(key);
    }
    return certificate;
  }

  private static void write(Path file, String what, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          file,
          PosixFilePermissions.fromString(what.equals("CERTIFICATE") ? "rw-r--r--" : "rw-------"));
    }
  }

  /// Returns the URL of the database called `name` without user and password.
  public static String bareUrl(String name) {
    return "jdbc:postgresql://127.0.0.1:" + Running.SERVER.port + "/" + name;
  }

  private static String url(String name) {
    return bareUrl(name) + "?user=" + USER + "&password=un%26guess%3Dable+%3F";
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/proc"));
  }

  private static void giveAway(Path folder) throws IOException {
    UserPrincipal nobody =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
        Files.setOwner(file, nobody);
      }
    }
  }

  /// Returns `command` to be run as a user that the server accepts.
  private ProcessBuilder process(List<String> command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    }
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(home.resolve("log").toFile()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitConnections() throws IOException, InterruptedException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (true) {
      try {
        DriverManager.getConnection(url, USER, PASSWORD).close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException("PostgreSQL does not start:\n" + log(), e);
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("log"));
  }

  /// What ends the server at once; nobody needs its data again.
  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void unpack(Path into) throws IOException {
    String resource = "/postgres-" + system() + ".txz";
    try (InputStream packed = PostgresServer.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException("There is no PostgreSQL for this system: " + resource);
      }
      TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed));
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("Not inside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          file.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
      }
    }
  }

  /// Returns this system's name in the archives.
  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = "aarch64".equals(System.getProperty("os.arch"));
    if (name.startsWith("mac")) {
      return arm ? "darwin-arm_64" : "darwin-x86_64";
    }
    return name.startsWith("windows") ? "windows-x86_64" : arm ? "linux-arm_64" : "linux-x86_64";
  }
}
