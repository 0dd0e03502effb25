import org.jspecify.annotations.NullMarked;

/// What is not code: icons, fonts, style sheets and the script of the sample database.
@NullMarked
module orrery.assets {
  requires static transitive org.jspecify;

  exports orrery.assets;
}
