package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A setting has a value that cannot be used. */
public class SettingException extends DaemonException {

    private static final long serialVersionUID = 1L;

    SettingException(Message reason) {
        super(reason);
    }

    static SettingException of(String setting, String value, String expected) {
        return new SettingException(PlatformMessage.BAD_SETTING.with(setting, value, expected));
    }
}
