/// The models of the open database, searchable, with their fields and relations in both directions.
package orrery.ui.models;
