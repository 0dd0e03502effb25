package orrery.orm.load;

/// Where an object comes from. Immutable, and shared by all objects of one answer.
///
/// @param session what the object goes back to for what it lacks
/// @param database the alias of the database it is stored in; empty where it is in none yet
/// @param adding whether saving it would insert a row
public record State(Session session, String database, boolean adding) {}
