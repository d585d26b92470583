/** How the text of a notice is shown, to the public and to those who write it. */
package gov.tianmu.web.notice;
