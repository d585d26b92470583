package gov.tianmu.studio.recognition;

import gov.tianmu.contract.ProgramContract;

class RecognitionContractTest extends ProgramContract {}
