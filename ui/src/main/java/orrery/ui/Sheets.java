package orrery.ui;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The style sheets of the features: one line a feature.
public final class Sheets {
  private static final List<String> FILES =
      List.of(
          "kit/kit.css",
          "shell/shell.css",
          "connect/connect.css",
          "models/models.css",
          "builder/builder.css",
          "code/code.css",
          "grid/grid.css",
          "importing/importing.css",
          "chart/chart.css",
          "log/log.css",
          "saved/saved.css");

  private Sheets() {}

  /// Returns the addresses of all, in the order in which they are to be applied.
  public static List<String> all() {
    return FILES.stream().map(Sheets::address).toList();
  }

  private static String address(String file) {
    URL url = Objects.requireNonNull(Sheets.class.getResource(file), file);
    return url.toExternalForm();
  }
}
