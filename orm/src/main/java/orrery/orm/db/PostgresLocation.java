package orrery.orm.db;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a PostgreSQL database is: a JDBC URL, or the URI that PostgreSQL's own programs take.
///
/// The driver reads passwords from the URL's parameters alone; here they may also stand before the
/// host, as in `postgresql://user:password@host/name`. Whatever is secret is taken out.
///
/// @param url the JDBC URL without any password
/// @param password the password that stood in it
record PostgresLocation(String url, Password password) {

  /// What the URLs start with that the driver takes.
  static final String JDBC = "jdbc:postgresql:";

  private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?:(.*)");
  private static final Pattern ADDRESS = Pattern.compile("//(?:([^@/?]*)@)?([^/?]*)(?:/(.*))?");

  /// Says whether `location` is of this kind.
  static boolean matches(String location) {
    return SCHEME.matcher(location).matches();
  }

  /// Reads one.
  static PostgresLocation parse(String location) {
    Matcher scheme = SCHEME.matcher(location);
    if (!scheme.matches()) {
      throw new IllegalArgumentException("Not a location of PostgreSQL");
    }
    String rest = scheme.group(1);
    int question = rest.indexOf('?');
    String address = question < 0 ? rest : rest.substring(0, question);
    List<String> parameters = new ArrayList<>();
    String password = "";
    if (question >= 0) {
      for (String parameter : rest.substring(question + 1).split("&", -1)) {
        if (parameter.startsWith("password=")) {
          password = decoded(parameter.substring("password=".length()));
        } else if (!parameter.isEmpty()) {
          parameters.add(parameter);
        }
      }
    }
    Matcher parts = ADDRESS.matcher(address);
    if (parts.matches() && parts.group(1) != null) {
      String user = parts.group(1);
      int colon = user.indexOf(':');
      if (colon >= 0) {
        password = decoded(user.substring(colon + 1).replace("+", "%2B"));
        user = user.substring(0, colon);
      }
      String name = parts.group(3) == null ? "" : parts.group(3);
      address = "//" + parts.group(2) + "/" + name;
      if (!user.isEmpty()) {
        parameters.addFirst("user=" + encoded(decoded(user.replace("+", "%2B"))));
      }
    }
    String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    return new PostgresLocation(JDBC + address + query, new Password(password));
  }

  /// Returns the URL with a password in it.
  String with(String password) {
    return url + (url.contains("?") ? "&" : "?") + "password=" + encoded(password);
  }

  /// Returns what people call it: the name of the database, and where it is.
  String title() {
    String address = url.substring(JDBC.length()).replaceFirst("\\?.*", "");
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return decoded(address);
    }
    String name = parts.group(3) == null ? "" : decoded(parts.group(3));
    String host = parts.group(2).isEmpty() ? "localhost" : parts.group(2);
    return name.isEmpty() ? host : name + " on " + host;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
