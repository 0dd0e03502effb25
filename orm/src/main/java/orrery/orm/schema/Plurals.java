package orrery.orm.schema;

import java.util.Map;

/// The plurals of English words, as far as names of tables need them.
///
/// A word that ends in *s* is taken for a plural already (`tracks`), unless it ends in *ss*, *us*
/// or *is* (`class`, `status`, `analysis`) or is one of a few others. *s*, *x*, *z*, *ch* and *sh*
/// get *es*, a consonant and *y* get *ies*, the rest an *s*. A word that ends in a letter of
/// another script stays as it is.
final class Plurals {

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("person", "people"),
          Map.entry("child", "children"),
          Map.entry("man", "men"),
          Map.entry("woman", "women"),
          Map.entry("people", "people"),
          Map.entry("children", "children"),
          Map.entry("men", "men"),
          Map.entry("women", "women"),
          Map.entry("data", "data"),
          Map.entry("media", "media"),
          Map.entry("menus", "menus"),
          Map.entry("alias", "aliases"),
          Map.entry("atlas", "atlases"),
          Map.entry("bias", "biases"),
          Map.entry("canvas", "canvases"),
          Map.entry("gas", "gases"),
          Map.entry("lens", "lenses"),
          Map.entry("quiz", "quizzes"),
          Map.entry("hero", "heroes"),
          Map.entry("half", "halves"),
          Map.entry("knife", "knives"),
          Map.entry("leaf", "leaves"),
          Map.entry("life", "lives"),
          Map.entry("shelf", "shelves"),
          Map.entry("bookshelf", "bookshelves"),
          Map.entry("wife", "wives"));

  private Plurals() {}

  /// Returns the plural of `word`, which is in lower case.
  static String of(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    int last = word.codePointBefore(word.length());
    boolean latin =
        Character.UnicodeScript.of(last) == Character.UnicodeScript.LATIN
            || Character.isDigit(last);
    if (!latin) {
      return word;
    }
    if (word.endsWith("is") && word.length() > 3) {
      return word.substring(0, word.length() - 2) + "es";
    }
    if (word.endsWith("ss") || word.endsWith("us")) {
      return word + "es";
    }
    if (word.endsWith("s")) {
      return word;
    }
    if (word.endsWith("x") || word.endsWith("z") || word.endsWith("ch") || word.endsWith("sh")) {
      return word + "es";
    }
    boolean consonantAndY = word.endsWith("y") && word.length() > 1 && !endsInVowelAndY(word);
    return consonantAndY ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  private static boolean endsInVowelAndY(String word) {
    return "aeiou".indexOf(word.charAt(word.length() - 2)) >= 0;
  }
}
