/** How a mail leaves the portal: to an SMTP server, or, where none is set, as a file into a folder. */
package gov.tianmu.engine.notification.mail;
