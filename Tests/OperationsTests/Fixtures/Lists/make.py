"""Makes lists of sessions as offices write them, and what they hold: sessions and turns, or why they are refused.

Run with openpyxl; Excel files differ in their time stamps alone.
"""
import openpyxl, datetime, os, sys
from openpyxl.styles import Font
out=os.path.dirname(os.path.abspath(__file__))+'/'
E={}
def csv(name,text,enc='utf-8-sig',expect=None):
    open(out+name,'wb').write(text.encode(enc) if isinstance(text,str) else text); E[name]=expect
def xlsx(name,rows,expect=None,merges=(),fmt=None,sheet='Sheet1',font=None):
    wb=openpyxl.Workbook(); ws=wb.active; ws.title=sheet
    for r,row in enumerate(rows,1):
        for c,v in enumerate(row,1):
            if v is not None:
                cell=ws.cell(r,c,v)
                if fmt and (r,c) in fmt: cell.number_format=fmt[(r,c)]
                if font: cell.font=Font(name=font)
    for m in merges: ws.merge_cells(m)
    wb.save(out+name); E[name]=expect
D=datetime.date
# 1 utf8 bom ;
csv('01-bom.csv','''ĐOÀN XÃ THẠNH XUÂN;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;;;
BAN CHẤP HÀNH;;Độc lập - Tự do - Hạnh phúc;;;;
DANH SÁCH CÁC BUỔI TUYÊN TRUYỀN;;;;;;
Từ ngày 01/05/2026 đến ngày 30/06/2026;;;;;;
;;;;;;
STT;Ngày tổ chức;Địa điểm;Nội dung;SL HS;SL GV;Ghi chú
1;04/05/2026;Trường THCS Thạnh Xuân (mẫu);Tổng đài 111;1.230;20;
2;5/5/26;Trường Tiểu học Thạnh Xuân (mẫu);An toàn cơ thể;450;15;Đông
3;06-05-2026;Trường THPT Thạnh Xuân (mẫu);Phòng, chống bạo lực học đường;300;;
Tổng cộng;;;;1.980;35;
;;;Người lập;;;
;;;Nguyễn Văn An;;;
''',expect=(3,2015))
body='''Danh sách buổi tuyên truyền tháng 5 năm 2026
TT\tThời gian\tNơi tổ chức\tHình thức\tĐối tượng\tSố lượt người\tTrong đó nữ
1\t7h30 ngày 18/5/2026\tTrường Tiểu học Tân Hòa\tSinh hoạt dưới cờ\tHọc sinh\t320\t160
2\t14:00 - 15:30 19/05/2026\tNhà văn hóa ấp 3\tHọp dân\tNgười dân\t85 người\t40
3\tThứ Tư, 20/5/2026\tHội trường UBND xã\tTuyên truyền trực tiếp\tĐVTN\t60\t
'''
csv('02-utf16.txt',body,'utf-16',expect=(3,465))
csv('03-tab.tsv',body,'utf-8',expect=(3,465))
import unicodedata
def cp1258(t):
    # base letters + combining
    res=b''
    for ch in unicodedata.normalize('NFC',t):
        try: res+=ch.encode('cp1258'); continue
        except UnicodeEncodeError: pass
        d=unicodedata.normalize('NFD',ch)
        base=d; tone=''
        for m in '\u0300\u0301\u0303\u0309\u0323':
            if m in d: tone=m
        base=unicodedata.normalize('NFC',d.replace(tone,'')) if tone else ch
        res+=(base+tone).encode('cp1258')
    return res
csv('04-cp1258.csv',cp1258(body.replace('\t',';')),expect=(3,465))
tab=["À","Ả","Ã","Á","Ạ","Ặ","Ậ","È","Ẻ","Ẽ","É","Ẹ","Ệ","Ì","Ỉ","Ĩ","Í","Ị","Ò","Ỏ","Õ","Ó","Ọ","Ộ","Ờ","Ở","Ỡ","Ớ","Ợ","Ù","Ủ","Ũ","\u00A0","Ă","Â","Ê","Ô","Ơ","Ư","Đ","ă","â","ê","ô","ơ","ư","đ","Ằ",None,None,None,None,None,"à","ả","ã","á","ạ","Ẳ","ằ","ẳ","ẵ","ắ","Ẵ","Ắ","Ầ","Ẩ","Ẫ","Ấ","Ề","ặ","ầ","ẩ","ẫ","ấ","ậ","è","Ể","ẻ","ẽ","é","ẹ","ề","ể","ễ","ế","ệ","ì","ỉ","Ễ","Ế","Ồ","ĩ","í","ị","ò","Ổ","ỏ","õ","ó","ọ","ồ","ổ","ỗ","ố","ộ","ờ","ở","ỡ","ớ","ợ","ù","Ỗ","ủ","ũ","ú","ụ","ừ","ử","ữ","ứ","ự","ỳ","ỷ","ỹ","ý","ỵ","Ố"]
enc={c:0x80+i for i,c in enumerate(tab) if c}
csv('05-tcvn3.csv',bytes(enc.get(c,ord(c) if ord(c)<128 else 63) for c in unicodedata.normalize('NFC',body.replace('\t',','))),expect=None)
# fix comma in 'Thứ Tư, ' -> use ; for tcvn
csv('05-tcvn3.csv',bytes(enc.get(c,ord(c) if ord(c)<128 else 63) for c in unicodedata.normalize('NFC',body.replace('\t',';'))),expect=(3,465))
# two-row header csv
csv('06-two-row.csv','''BIỂU TỔNG HỢP;;;;;;;;
;;;;;;;;
STT;Ngày;Địa điểm;Số lượt người tham dự;;;;Thời lượng (phút);Ghi chú
;;;Tổng số;Học sinh;Giáo viên;Phụ huynh;;
(1);(2);(3);(4);(5);(6);(7);(8);(9)
1;12/05/2026;Trường THCS Trường Long Tây;265;230;15;20;45;
2;13/05/2026;Trường Mẫu giáo Hoa Mai;60;0;10;50;60;
;Tổng cộng;;325;230;25;70;;
''','utf-8',expect=(2,325))
# xlsx merged two-row header, real dates, totals with uncomputed formula
xlsx('07-merged.xlsx',[
 ['ĐOÀN TNCS HỒ CHÍ MINH XÃ TÂN HÒA'],
 ['BẢNG THỐNG KÊ CÁC BUỔI TUYÊN TRUYỀN 6 THÁNG ĐẦU NĂM 2026'],
 [],
 ['STT','Ngày tháng','Tên trường','Hình thức','Số học sinh',None,None,'Số GV','Tờ rơi phát','Kinh phí (nghìn đồng)'],
 [None,None,None,None,'Tổng','Nam','Nữ',None,None,None],
 [1,D(2026,3,2),'Trường TH Tân Hòa 1','Ngoại khóa',300,140,160,12,300,1500],
 [2,D(2026,3,9),'Trường THCS Tân Hòa','Nói chuyện chuyên đề',420,200,220,15,None,None],
 ['Tổng cộng',None,None,None,'=SUM(E6:E7)','=SUM(F6:F7)','=SUM(G6:G7)','=SUM(H6:H7)',300,1500],
 [None,None,None,None,None,None,None,'Tân Hòa, ngày 30 tháng 6 năm 2026'],
 [None,None,'NGƯỜI LẬP',None,None,None,None,'BÍ THƯ'],
],merges=['A1:J1','A2:J2','A4:A5','B4:B5','C4:C5','D4:D5','E4:G4','H4:H5','I4:I5','J4:J5'],expect=(2,747))
# serial dates as numbers general
xlsx('08-serial.xlsx',[['Ngày','Trường','Số lượt'],[46160,'Trường THPT A',100],['18/05/2026','Trường THPT B','1.050'],[datetime.datetime(2026,5,19,7,30),'Trường THPT C',50]],expect=(3,1200))
# roster
csv('09-roster.csv','STT;Họ và tên;Ngày sinh;Lớp;Trường\n1;Nguyễn Văn An;01/02/2014;6A;THCS A\n','utf-8',expect='refused')
csv('10-roster2.csv','STT;Ngày;Địa điểm;Học sinh;Lớp\n1;04/05/2026;Trường THCS A;Nguyễn Thị Bình;6A\n2;04/05/2026;Trường THCS A;Trần Văn Cường;6A\n3;04/05/2026;Trường THCS A;Lê Thị Dung;6B\n','utf-8',expect='refused')
# errors
csv('11-errors.csv','Ngày,Địa điểm,Đối tượng,Số lượt\n31/02/2026,Trường THCS A,Học sinh,10\n04/05/2026,,Học sinh,10\n04/05/2026,Trường THCS A,Học sinh,mười\n04/05/2026,Trường THCS A,Học sinh,-5\n04/05/2026,Trường THCS A,Học sinh,\n05/05/2026,Trường THCS B,Học sinh,20\n04/05/2099,Trường THCS A,Học sinh,12\n','utf-8',expect='errors 6')
# duplicates
csv('12-dup.csv','Ngày;Địa điểm;Đối tượng;Số lượt\n04/05/2026;Trường THCS A;Học sinh;100\n4/5/26;trường thcs a;Học sinh;100\n05/05/2026;Trường THCS A;Học sinh;100\n',expect=(2,200))
csv('13-total-differs.csv','Ngày;Địa điểm;Đối tượng;Số lượt\n04/05/2026;Trường THCS A;Học sinh;100\n05/05/2026;Trường THCS B;Học sinh;50\nTổng;;;160\n',expect=(2,150))
# no diacritics
csv('14-khong-dau.csv','stt,ngay,dia diem,hinh thuc,doi tuong,so luong,ghi chu\n1,4/5/2026,Truong THCS A,Toa dam,Hoc sinh,100,\n2,5/5/2026,Nha van hoa ap 2,Hoi nghi,Nguoi dan,70,ok\n','utf-8',expect=(2,170))
# VNI font in xlsx
xlsx('15-vni.xlsx',[['Ngaøy','Ñòa ñieåm','Soá löôït'],['04/05/2026','Tröôøng THCS A',100]],font='VNI-Times',expect=(1,100))
# merged places down
xlsx('16-merged-down.xlsx',[['STT','Ngày','Trường','Lớp','Số HS'],[1,D(2026,5,4),'Trường THCS A','6A',40],[2,D(2026,5,4),None,'6B',40],[3,D(2026,5,5),None,'6C',38]],merges=['C2:C4'],expect=(3,118))
# dates without year w/ title year; estimated
csv('17-year.csv','KẾT QUẢ NĂM 2026;;;\nNgày;Địa điểm;Thành phần;SL\n4/5;Trường THCS A;Học sinh;khoảng 200\n5/5;Nhà văn hóa;Phụ huynh và giáo viên;30\n',expect=(2,230))
csv('18-cell-lists.csv','Ngày;Địa điểm;Số lượng tham dự\n04/05/2026;Trường THCS A;230 HS, 12 GV\n05/05/2026;Trường THCS B;100 học sinh và 5 giáo viên\n',expect=(2,347))
xlsx('19-groups.xlsx',[['STT','Ngày','Địa điểm','Số lượt'],['I','THÁNG 4',None,150],[1,D(2026,4,1),'Trường THCS A',100],[2,D(2026,4,2),'Trường THCS B',50],['II','THÁNG 5',None,70],[1,D(2026,5,4),'Trường THCS A',70],['Tổng cộng',None,None,220],[4,None,None,None]],expect=(3,220))
csv('20-comma-quoted.csv','Date,Place,Form,Audience,Turns,Minutes\n2026-05-04,"THCS A, xã Tân Hòa",seminar,Teachers,"1,234",90\n','utf-8',expect=(1,1234))
csv('21-cohost.csv','Ngày;Đơn vị thực hiện;Đơn vị phối hợp;Địa điểm;Báo cáo viên;Số người tham dự\n04/05/2026;Đoàn xã Thạnh Xuân;Công an xã Thạnh Xuân;Trường THCS A;Đ/c Nguyễn Văn An - Công an xã;100\n',expect=(1,100))
wb=openpyxl.Workbook(); ws=wb.active; ws.title='Bìa'; ws['A1']='BÁO CÁO'; w2=wb.create_sheet('Dữ liệu')
for r in [['Ngày','Địa điểm','Số lượt'],[D(2026,5,4),'Trường THCS A',10]]: w2.append(r)
wb.save(out+'22-second-sheet.xlsx'); E['22-second-sheet.xlsx']=(1,10)
wb=openpyxl.Workbook(); wb.epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904; ws=wb.active
for r in [['Ngày','Địa điểm','Số lượt'],[D(2026,5,4),'Trường THCS A',10]]: ws.append(r)
wb.save(out+'23-1904.xlsx'); E['23-1904.xlsx']=(1,10)
# money merged over two rows: whose it is nobody can say
xlsx('24-merged-money.xlsx',[['Ngày','Trường','Số HS','Kinh phí'],[D(2026,5,4),'Trường THCS A',40,500000],[D(2026,5,5),'Trường THCS A',38,None]],merges=['D2:D3'],expect='errors 2')
# pupils by name under a heading that counts
xlsx('25-named.xlsx',[['DANH SÁCH THAM DỰ'],['Ngày','Địa điểm','Người tham dự'],[D(2026,5,4),'Trường THCS A','Nguyễn Văn An'],[D(2026,5,4),'Trường THCS A','Trần Thị Bình']],expect='refused')
import json; json.dump(E,open(out+'expected.json','w'),indent=1,sort_keys=True,ensure_ascii=False)
