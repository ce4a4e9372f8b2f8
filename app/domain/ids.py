"""Names of things. All are UUIDv7 (RFC 9562): they sort by creation and survive a merge of halls."""

from typing import NewType
from uuid import UUID

HallId = NewType("HallId", UUID)
DepartmentId = NewType("DepartmentId", UUID)
LineId = NewType("LineId", UUID)
CounterId = NewType("CounterId", UUID)
StaffId = NewType("StaffId", UUID)
ItemVersionId = NewType("ItemVersionId", UUID)
TicketId = NewType("TicketId", UUID)
ErrandId = NewType("ErrandId", UUID)
CaseId = NewType("CaseId", UUID)
NoticeId = NewType("NoticeId", UUID)
ExceptionCaseId = NewType("ExceptionCaseId", UUID)
CauseGroupId = NewType("CauseGroupId", UUID)
RatingId = NewType("RatingId", UUID)
FollowUpId = NewType("FollowUpId", UUID)
DepartmentCheckId = NewType("DepartmentCheckId", UUID)
DocumentId = NewType("DocumentId", UUID)
ReminderId = NewType("ReminderId", UUID)
PrintJobId = NewType("PrintJobId", UUID)
CommandId = NewType("CommandId", UUID)
AttachmentId = NewType("AttachmentId", UUID)
