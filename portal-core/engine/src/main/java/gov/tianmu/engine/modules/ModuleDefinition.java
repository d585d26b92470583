package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.definition.Text;

/** What a module defines: a program or a notice. */
sealed interface ModuleDefinition {

    String id();

    Text title();

    ModuleKind kind();

    /** A program's. */
    record OfProgram(ProgramDefinition program) implements ModuleDefinition {

        @Override
        public String id() {
            return program.id();
        }

        @Override
        public Text title() {
            return program.title();
        }

        @Override
        public ModuleKind kind() {
            return ModuleKind.PROGRAM;
        }
    }

    /** A notice's. */
    record OfNotice(NoticeDefinition notice) implements ModuleDefinition {

        @Override
        public String id() {
            return notice.id();
        }

        @Override
        public Text title() {
            return notice.title();
        }

        @Override
        public ModuleKind kind() {
            return ModuleKind.NOTICE;
        }
    }
}
