package orrery.orm.edit;

import java.util.List;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The models of a small music shop: relations in both directions, to themselves and to many.
final class MusicShop {

  static final Models MODELS =
      new Models(
          List.of(
              Model.builder("Artist", "artist")
                  .field(key("Artist"))
                  .field(plain("Artist", "name", FieldTypes.CHAR.withLength(120)))
                  .build(),
              Model.builder("Album", "album")
                  .field(key("Album"))
                  .field(plain("Album", "title", FieldTypes.CHAR.withLength(160)))
                  .field(to("Album", "artist", "Artist", false))
                  .field(plain("Album", "released", FieldTypes.DATE))
                  .field(
                      Field.builder("Album", "state", FieldTypes.CHAR)
                          .choices(List.of(new Choice("new", "New"), new Choice("old", "Old")))
                          .build())
                  .build(),
              Model.builder("Track", "track")
                  .field(key("Track"))
                  .field(plain("Track", "name", FieldTypes.CHAR))
                  .field(plain("Track", "is_live", FieldTypes.BOOLEAN))
                  .field(plain("Track", "played_at", FieldTypes.DATETIME))
                  .field(plain("Track", "price", FieldTypes.DECIMAL.withDigits(10, 2)))
                  .field(to("Track", "album", "Album", false))
                  .build(),
              Model.builder("Playlist", "playlist")
                  .field(key("Playlist"))
                  .field(plain("Playlist", "name", FieldTypes.CHAR))
                  .virtual(
                      new ManyToMany(
                          "Playlist",
                          "tracks",
                          "Track",
                          "PlaylistTrack",
                          "playlist",
                          "track",
                          "playlist_set",
                          "playlist",
                          false,
                          false,
                          false))
                  .build(),
              Model.builder("PlaylistTrack", "playlist_track")
                  .field(key("PlaylistTrack"))
                  .field(to("PlaylistTrack", "playlist", "Playlist", false))
                  .field(to("PlaylistTrack", "track", "Track", false))
                  .build(),
              Model.builder("Biography", "biography")
                  .field(key("Biography"))
                  .field(to("Biography", "artist", "Artist", true))
                  .build()));

  private MusicShop() {}

  private static Field key(String model) {
    return Field.builder(model, "id", FieldTypes.BIG_AUTO).primaryKey(true).build();
  }

  private static Field plain(String model, String name, FieldType type) {
    return Field.builder(model, name, type).build();
  }

  private static Field to(String model, String name, String target, boolean isOneToOne) {
    String reverse = model.toLowerCase(java.util.Locale.ROOT);
    return Field.builder(model, name, FieldTypes.BIG_INTEGER)
        .references(
            new Reference(
                target,
                "id",
                isOneToOne,
                OnDelete.CASCADE,
                isOneToOne ? reverse : reverse + "_set",
                reverse,
                false,
                false,
                true))
        .build();
  }
}
