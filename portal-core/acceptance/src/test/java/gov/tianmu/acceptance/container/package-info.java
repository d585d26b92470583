/**
 * The engine on a server: its use cases with a real database, transactions, modules and files. Every class here runs on
 * Derby and, where it is installed, on PostgreSQL. Arquillian deploys the engine as the WAR carries it, without pages
 * and sign-on, and runs the tests inside.
 */
package gov.tianmu.acceptance.container;
