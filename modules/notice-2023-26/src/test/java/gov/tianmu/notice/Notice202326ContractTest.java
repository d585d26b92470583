package gov.tianmu.notice;

import gov.tianmu.contract.NoticeContract;

class Notice202326ContractTest extends NoticeContract {}
