/**
 * What changes when a definition is replaced: told in words, and asked of the cases that stand on the one before.
 *
 * <p>{@link gov.tianmu.engine.modules.compare.DefinitionComparison} tells two definitions apart,
 * {@link gov.tianmu.engine.modules.compare.Migration} is what the new one declares about answers given to old ones, and
 * {@link gov.tianmu.engine.modules.compare.OpenCases} is asked which open cases the new one would not understand.
 */
package gov.tianmu.engine.modules.compare;
