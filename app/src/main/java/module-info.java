import org.jspecify.annotations.NullMarked;

/// The program: the one place that constructs and wires everything, and the command line.
@NullMarked
module orrery.app {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires javafx.controls;
  requires orrery.assets;
  requires orrery.orm;
  requires orrery.ui;
  requires static transitive org.jspecify;

  // picocli fills the fields of the commands.
  opens orrery.app to
      info.picocli;
  opens orrery.app.cli to
      info.picocli;
  opens orrery.app.window to
      info.picocli;
}
