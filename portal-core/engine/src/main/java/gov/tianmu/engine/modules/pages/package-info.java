/** The pages that programs' modules bring ({@code <pages>} in {@code program.xml}). */
package gov.tianmu.engine.modules.pages;
