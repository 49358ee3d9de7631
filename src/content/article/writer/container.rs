//! Alerts, containers with a title of their own, and boxes of task lists.

use super::Writer;
use crate::content::article::alerts::AlertKind;
use crate::content::article::containers::{Container, ContainerKind};
use crate::content::slot::Slot;

impl Writer<'_> {
    /// Opens an alert, whose title is that of its kind.
    pub fn begin_alert(&mut self, kind: AlertKind) {
        self.begin_container(Container { kind: ContainerKind::Alert(kind), title: Some(kind.message()) });
    }

    /// Opens a container. Where it has a title of its own, that follows.
    pub fn begin_container(&mut self, container: Container) {
        match container.kind {
            ContainerKind::Alert(kind) => {
                self.open(&format!("<div class=\"alert {}\" role=\"note\">", kind.class()));
            }
            ContainerKind::Details { open } => self.open(if open { "<details open>" } else { "<details>" }),
        }
        if let Some(message) = container.title {
            self.write(title_start(container));
            self.write_slot(Slot::Message(message.into()));
            self.write(title_end(container));
        }
    }

    /// Opens the title of a container.
    pub fn begin_container_title(&mut self, container: Container) {
        self.begin_block(title_start(container));
    }

    /// Closes it.
    pub fn end_container_title(&mut self, container: Container) {
        self.end_block(title_end(container));
    }

    /// Closes a container.
    pub fn end_container(&mut self, container: Container) {
        self.close(match container.kind {
            ContainerKind::Alert(_) => "</div>\n",
            ContainerKind::Details { .. } => "</details>\n",
        });
    }

    /// The box of an item of a task list, with a name for those who do not see it.
    pub fn task(&mut self, done: bool) {
        let (checked, message) = if done { (" checked", "task_done") } else { ("", "task_open") };
        self.put(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\""));
        self.write_slot(Slot::Message(message.into()));
        self.write("\"> ");
    }
}

fn title_start(container: Container) -> &'static str {
    match container.kind {
        ContainerKind::Alert(_) => "<p class=\"alert-title\">",
        ContainerKind::Details { .. } => "<summary>",
    }
}

fn title_end(container: Container) -> &'static str {
    match container.kind {
        ContainerKind::Alert(_) => "</p>\n",
        ContainerKind::Details { .. } => "</summary>\n",
    }
}
