/// What a database's plan of a statement means for the chain that sent it: which step causes a long
/// walk, and which index would spare it. Pure: reads texts and models, asks no database.
package orrery.orm.plan;
