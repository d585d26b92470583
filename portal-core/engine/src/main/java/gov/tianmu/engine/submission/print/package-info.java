/**
 * Paper: the filled form and the notices as A4 documents in PDF.
 *
 * <p>The way of a filled form: answers ({@link gov.tianmu.engine.submission.print.AnswersOnPaper}) become a
 * {@link gov.tianmu.engine.submission.print.PrintSource}, that becomes neutral XML
 * ({@link gov.tianmu.engine.submission.print.ApplicationXml}), the program module's stylesheet makes XHTML of it
 * ({@link gov.tianmu.engine.submission.print.Stylesheets}), and the press
 * ({@link gov.tianmu.engine.submission.print.PdfPress}) sets that with the portal's own fonts. See ADR 0004.
 */
package gov.tianmu.engine.submission.print;
