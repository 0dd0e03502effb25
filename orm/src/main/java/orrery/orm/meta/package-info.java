/// Models, fields and relations: what the data is, immutable, whoever described it (code, a
/// database, the model editor). Relations name their models; [orrery.orm.meta.Models] holds the
/// models together and answers both directions.
package orrery.orm.meta;
