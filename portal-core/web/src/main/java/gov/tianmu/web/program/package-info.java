/**
 * The pages that programs' modules bring, in the portal's frame. What a session or a cache of Faces keeps of them is
 * strings: the module's objects end with the request.
 */
package gov.tianmu.web.program;
