/**
 * What every module must pass, as JUnit tests to inherit: {@link gov.tianmu.contract.ProgramContract} and
 * {@link gov.tianmu.contract.NoticeContract}. A module's author depends on this with scope {@code test}.
 */
package gov.tianmu.contract;
