/**
 * Paper: the filled form and the notices as A4 documents in PDF.
 *
 * <p>The way of a filled form: answers ({@link gov.tianmu.engine.print.AnswersOnPaper}) become a
 * {@link gov.tianmu.engine.print.PrintSource}, that becomes neutral XML
 * ({@link gov.tianmu.engine.print.ApplicationXml}), the program module's stylesheet makes XHTML of it
 * ({@link gov.tianmu.engine.print.Stylesheets}), and the press
 * ({@link gov.tianmu.engine.print.PdfPress}) sets that with the portal's own fonts. See ADR 0004.
 */
package gov.tianmu.engine.print;
