package gov.tianmu.engine.time;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A setting that the portal itself changes and keeps over restarts. */
@Entity
@Table(name = "portal_setting")
public class PortalSetting {

    @Id
    private String name;

    private String setting;

    protected PortalSetting() {}

    PortalSetting(String name, String value) {
        this.name = name;
        this.setting = value;
    }

    String value() {
        return setting;
    }

    void change(String value) {
        setting = value;
    }
}
